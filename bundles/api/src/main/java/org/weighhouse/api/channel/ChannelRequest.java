package org.weighhouse.api.channel;

import org.weighhouse.api.Attribution;

/**
 * A bot's request as the gateway hands it to an adapter. The body array is shared, not copied: do not change it.
 *
 * @param path what follows the adapter's segment, raw as it came: {@code /bot…/sendMessage}
 * @param query the raw query without its question mark; empty if there was none
 * @param headers as they came, hop-by-hop fields and {@code camel*} fields taken out
 * @param body at most the gateway's limit long; empty if there was none
 * @param attribution what {@code baggage}, matrix parameters and the key's defaults said
 */
public record ChannelRequest(
        String method, String path, String query, Headers headers, byte[] body, Attribution attribution) {

    public ChannelRequest withAttribution(Attribution other) {
        return new ChannelRequest(method, path, query, headers, body, other);
    }

    /** Neither path, query, headers nor body: any of them may hold a credential. */
    @Override
    public String toString() {
        return "ChannelRequest[" + method + ", " + body.length + " bytes]";
    }
}
