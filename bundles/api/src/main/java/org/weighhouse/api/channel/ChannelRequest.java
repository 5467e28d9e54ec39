package org.weighhouse.api.channel;

import org.weighhouse.api.Attribution;

/**
 * A bot's request as the gateway hands it to an adapter. The body array is shared, not copied: do not change it.
 *
 * @param path what follows the adapter's segment, raw as it came: {@code /bot…/sendMessage}
 * @param query the raw query without its question mark; empty if there was none
 * @param headers as they came, hop-by-hop fields and {@code camel*} fields taken out
 * @param body at most the gateway's limit long; empty if there was none
 * @param attribution what {@code baggage}, matrix parameters and the key's defaults said, and the key
 * @param account id or name of the account that the matrix parameter {@code account} asks for; empty if it does not
 */
public record ChannelRequest(
        String method,
        String path,
        String query,
        Headers headers,
        byte[] body,
        Attribution attribution,
        String account) {

    public ChannelRequest withAttribution(Attribution other) {
        return new ChannelRequest(method, path, query, headers, body, other, account);
    }

    public ChannelRequest withBody(byte[] other) {
        return new ChannelRequest(method, path, query, headers, other, attribution, account);
    }

    public ChannelRequest withHeaders(Headers other) {
        return new ChannelRequest(method, path, query, other, body, attribution, account);
    }

    public ChannelRequest withPath(String other) {
        return new ChannelRequest(method, other, query, headers, body, attribution, account);
    }

    public ChannelRequest withQuery(String other) {
        return new ChannelRequest(method, path, other, headers, body, attribution, account);
    }

    /** Neither path, query, headers nor body: any of them may hold a credential. */
    @Override
    public String toString() {
        return "ChannelRequest[" + method + ", " + body.length + " bytes]";
    }
}
