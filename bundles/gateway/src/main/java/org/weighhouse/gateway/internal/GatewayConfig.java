package org.weighhouse.gateway.internal;

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

    @AttributeDefinition(description = "Most connections open at once; further ones wait to be accepted.")
    int maxConnections() default 8_192;

    @AttributeDefinition(description = "Longest request body, in bytes; longer ones get 413.")
    int maxRequestBytes() default 20 * 1024 * 1024;

    @AttributeDefinition(description = "Longest request line and header, in bytes; longer ones get 431.")
    int maxHeaderBytes() default 32 * 1024;

    @AttributeDefinition(description = "Most requests worked on at once; further ones get 503.")
    int maxInFlight() default 1_024;

    @AttributeDefinition(description = "Most bytes of request bodies in memory at once; further ones get 503.")
    long maxInFlightBytes() default 128L * 1024 * 1024;

    @AttributeDefinition(description = "A connection with nothing read or written for so long is closed, in ms.")
    int idleTimeoutMs() default 30_000;

    @AttributeDefinition(description = "Longest time for a request to arrive, header and body each, in ms.")
    int requestTimeoutMs() default 60_000;

    @AttributeDefinition(description = "How long a request waits for an adapter that is away, in ms.")
    int successorWaitMs() default 5_000;

    @AttributeDefinition(description = "How long an adapter that leaves waits for its exchanges to end, in ms.")
    int adapterDrainMs() default 20_000;

    @AttributeDefinition(description = "How long a stop waits for all exchanges to end, in ms.")
    int shutdownDrainMs() default 20_000;

    @AttributeDefinition(description = "Most events in one call of POST /api/v1/events, 1 to 5,000.")
    int maxBatchEvents() default 5_000;

    @AttributeDefinition(description = "Most windows a meter query may be cut into.")
    int maxQueryWindows() default 10_000;

    @AttributeDefinition(description = "How long a reservation holds unless its request says otherwise, in ms.")
    int reservationTimeoutMs() default 300_000;
}
