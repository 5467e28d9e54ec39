package org.weighhouse.gateway.internal.channel;

import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Texts;
import org.weighhouse.gateway.internal.http.Percent;

/**
 * Collects attribution from {@code key=value} pairs. Keys that are not ours are nobody's business here; account, key and
 * market are not for a request to say.
 */
final class Attributes {

    private static final String SUBSCRIBER = "subscriber";
    private static final Map<String, Dimension> DIMENSIONS = Map.of(
            "campaign", Dimension.CAMPAIGN,
            "flow", Dimension.AUTOMATION_FLOW,
            "feature", Dimension.AI_FEATURE,
            "channel", Dimension.CHANNEL,
            "kind", Dimension.MESSAGE_KIND,
            "model", Dimension.MODEL);

    private Attribution said = Attribution.NONE;

    static boolean isOurs(String key) {
        return DIMENSIONS.containsKey(key) || key.equals(SUBSCRIBER);
    }

    /**
     * Takes a pair whose key {@link #isOurs}; the last of several with one key counts.
     *
     * @return false, with nothing changed, if the value is malformed, too long or not readable
     */
    boolean take(String key, String encoded) {
        Optional<String> value =
                Percent.decode(encoded).filter(Attribution::isValid).filter(Texts::isReadable);
        value.ifPresent(text ->
                said = key.equals(SUBSCRIBER) ? said.withSubscriber(text) : said.with(DIMENSIONS.get(key), text));
        return value.isPresent();
    }

    Attribution said() {
        return said;
    }
}
