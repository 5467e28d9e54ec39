package org.weighhouse.api.channel;

import java.util.List;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;

/**
 * What a dashboard needs to know of a channel: data, never views.
 *
 * @param id 1 to 32 characters out of a-z 0-9 -; also the first segment of its addresses at the gateway
 * @param name for people
 * @param color CSS hex colour, such as {@code #2AABEE}
 * @param icon name of an icon of the dashboard's icon set, such as {@code paperplane}
 * @param unit what its use is counted in
 * @param defaultBaseUrl where the platform is reached unless an account says otherwise
 * @param kinds message kinds with the credits each costs unless a rate card says otherwise; empty for AI providers
 * @param accountFields what it has to know of an account, in the order of a form
 */
public record ChannelDescriptor(
        String id,
        String name,
        String color,
        String icon,
        Unit unit,
        String defaultBaseUrl,
        Map<String, Amount> kinds,
        List<AccountField> accountFields) {

    /** @throws IllegalArgumentException if the id or colour is not of its form */
    public ChannelDescriptor {
        if (!id.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("a channel id has 1 to 32 characters out of a-z 0-9 -");
        }
        if (!color.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("a colour is # and six hex digits");
        }
        kinds = Map.copyOf(kinds);
        accountFields = List.copyOf(accountFields);
    }
}
