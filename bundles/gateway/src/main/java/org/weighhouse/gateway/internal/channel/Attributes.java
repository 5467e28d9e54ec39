package org.weighhouse.gateway.internal.channel;

import java.util.Optional;
import java.util.Set;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.gateway.internal.http.Percent;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;

/** Collects attribution from {@code key=value} pairs. Keys that are not ours are nobody's business here. */
final class Attributes {

    static final String SUBSCRIBER = "subscriber";
    private static final Set<String> KEYS =
            Set.of("campaign", "flow", "feature", "channel", "kind", "model", SUBSCRIBER);

    private Attribution said = Attribution.NONE;

    static boolean isOurs(String key) {
        return KEYS.contains(key);
    }

    /**
     * Takes a pair whose key {@link #isOurs}; the last of several with one key counts.
     *
     * @throws ProblemException 400 if the value is malformed, too long or holds a control character
     */
    void put(String key, String encoded) {
        String value = Percent.decode(encoded)
                .orElseThrow(() -> new ProblemException(
                        Problem.malformed("The attribution " + key + " has a malformed percent escape.")));
        try {
            Optional<Dimension> dimension = Dimension.ofKey(key);
            said = dimension.isPresent() ? said.with(dimension.get(), value) : said.withSubscriber(value);
        } catch (IllegalArgumentException bad) {
            throw new ProblemException(Problem.malformed("The attribution is refused: " + bad.getMessage() + "."));
        }
    }

    Attribution said() {
        return said;
    }
}
