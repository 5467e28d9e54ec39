package org.weighhouse.api.channel;

import java.time.Instant;

/**
 * What a platform called back with. The body array is shared, not copied: do not change it.
 *
 * @param query the raw query without its question mark; empty if there was none
 * @param headers as they came, hop-by-hop fields taken out
 * @param body the raw bytes that signatures are made over, at most the gateway's limit; empty if there were none
 * @param received when the request was complete
 */
public record WebhookRequest(String method, String query, Headers headers, byte[] body, Instant received) {

    /** Neither query, headers nor body: any of them may hold a secret. */
    @Override
    public String toString() {
        return "WebhookRequest[" + method + ", " + body.length + " bytes]";
    }
}
