package org.weighhouse.gateway.internal.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration, PID {@code org.weighhouse.gateway}. A change restarts the listener. */
@ObjectClassDefinition(name = "Weighhouse gateway", description = "The HTTP door for bots and programs.")
public @interface GatewayConfig {

    @AttributeDefinition(description = "Address to listen on.")
    String host() default "127.0.0.1";

    @AttributeDefinition(
            description = "Port to listen on; 0 for any free one, -1 for the environment variable"
                    + " WEIGHHOUSE_GATEWAY_PORT, or 8080 without it.")
    int port() default -1;

    @AttributeDefinition(
            description = "Most connections open at once, more than all channels' streams; further ones wait.")
    int maxConnections() default 16_384;

    @AttributeDefinition(description = "Longest request body, in bytes; longer ones get 413.")
    int maxRequestBytes() default 20 * 1024 * 1024;

    @AttributeDefinition(description = "Longest request line and header, in bytes; longer ones get 431.")
    int maxHeaderBytes() default 32 * 1024;

    @AttributeDefinition(
            description = "Most requests worked on at once; further ones get 503, and 429 those of a workspace or key"
                    + " that has its share.")
    int maxInFlight() default 2_048;

    @AttributeDefinition(
            description = "Most bytes of request bodies in memory at once; further ones get 503, and 429 those of a"
                    + " workspace or key that has its share.")
    long maxInFlightBytes() default 128L * 1024 * 1024;

    @AttributeDefinition(
            description = "Most streams and long polls of one channel at once; further ones get 503, and 429 those of a"
                    + " workspace or key that has its share.")
    int maxStreams() default 4_000;

    @AttributeDefinition(
            description = "Requests a second that a key may send for long; further ones get 429. Each full 64 KiB of a"
                    + " body count like one more.")
    int keyPerSecond() default 500;

    @AttributeDefinition(description = "Requests that a key may send at once; further ones get 429.")
    int keyBurst() default 1_000;

    @AttributeDefinition(
            description = "Requests a second that all keys of a workspace together may send for long; further ones get"
                    + " 429.")
    int workspacePerSecond() default 1_000;

    @AttributeDefinition(
            description = "Requests that all keys of a workspace together may send at once; further ones get 429.")
    int workspaceBurst() default 2_000;

    @AttributeDefinition(
            description = "How long a request that comes faster than that waits for its turn, and also if it is then"
                    + " refused.")
    int paceWaitInMs() default 250;

    @AttributeDefinition(
            description = "Keys, and workspaces, whose pace is remembered; the one longest silent is forgotten first.")
    int maxPaces() default 100_000;

    @AttributeDefinition(
            description =
                    "Longest body, in bytes, of a request that shows no key in its path or header; longer ones get"
                            + " 413.")
    int maxStrangerBytes() default 256 * 1024;

    @AttributeDefinition(
            description =
                    "Most bytes of such bodies in memory at once, shared by client addresses; further ones get 503"
                            + " or 429.")
    long maxStrangerBytesInFlight() default 8L * 1024 * 1024;

    @AttributeDefinition(description = "A connection with nothing read or written for so long is closed.")
    int idleTimeoutInMs() default 75_000;

    @AttributeDefinition(description = "Longest time for a request to arrive, header and body each.")
    int requestTimeoutInMs() default 60_000;

    @AttributeDefinition(description = "How long a request waits for an adapter that is away.")
    int successorWaitInMs() default 5_000;

    @AttributeDefinition(description = "How long an adapter that leaves waits for its exchanges to end.")
    int adapterDrainInMs() default 20_000;

    @AttributeDefinition(description = "How long a stop waits for all exchanges to end.")
    int shutdownDrainInMs() default 20_000;

    @AttributeDefinition(description = "Most events in one call of POST /api/v1/events, 1 to 5,000.")
    int maxBatchEvents() default 5_000;

    @AttributeDefinition(description = "Most windows a meter query may be cut into.")
    int maxQueryWindows() default 10_000;

    @AttributeDefinition(description = "How long a reservation holds unless its request says otherwise.")
    int reservationTimeoutInMs() default 300_000;

    @AttributeDefinition(description = "Longest body of a webhook, in bytes; longer ones get 413.")
    int maxWebhookBytes() default 4 * 1024 * 1024;

    @AttributeDefinition(description = "Most webhooks worked on at once; further ones get 503.")
    int maxWebhooksInFlight() default 256;

    @AttributeDefinition(description = "Most bytes of webhooks' bodies in memory at once; further ones get 503.")
    long maxWebhookBytesInFlight() default 64L * 1024 * 1024;

    @AttributeDefinition(description = "Webhooks a second that an account may send for long; further ones get 429.")
    int webhookPerSecond() default 500;

    @AttributeDefinition(description = "Webhooks that an account may send at once; further ones get 429.")
    int webhookBurst() default 1_000;

    @AttributeDefinition(description = "Accounts whose pace is remembered; the one longest silent is forgotten first.")
    int maxWebhookAccounts() default 10_000;
}
