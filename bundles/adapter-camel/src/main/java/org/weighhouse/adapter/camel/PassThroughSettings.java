package org.weighhouse.adapter.camel;

import java.time.Duration;

/**
 * The limits of a pass-through route.
 *
 * @param maxConnections most connections to one upstream at one time for quick calls, shared by workspaces and keys: one
 *     key may have three eighths of them
 * @param maxStreams the same for long polls and for calls whose reply streams
 * @param connectionWait longest wait for one of them before the call is refused
 * @param connectTimeout longest time a connection may take to open
 * @param silenceTimeout longest time the upstream may be silent, before and within its reply
 * @param holdTimeout after this a hold ends by itself; longer than any call
 * @param maxReplyBytes most bytes of a plain metered reply that are read for its actual count; the estimate counts for
 *     longer ones
 * @param orphanTimeout longest time a stream is read on, for its count, after its client has gone
 * @param unclaimedTimeout a streamed reply that nobody has begun to write by then is ended
 * @param drainTimeout longest wait for calls in flight when the adapter stops
 */
public record PassThroughSettings(
        int maxConnections,
        int maxStreams,
        Duration connectionWait,
        Duration connectTimeout,
        Duration silenceTimeout,
        Duration holdTimeout,
        int maxReplyBytes,
        Duration orphanTimeout,
        Duration unclaimedTimeout,
        Duration drainTimeout) {

    public static final int MAX_CONNECTIONS = 1_000;
    public static final int MAX_STREAMS = 4_000;
    public static final int CONNECTION_WAIT_MILLIS = 2_000;
    public static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    public static final int SILENCE_TIMEOUT_MILLIS = 120_000;
    public static final int HOLD_TIMEOUT_SECONDS = 600;
    public static final int MAX_REPLY_BYTES = 16 * 1024 * 1024;
    public static final int ORPHAN_TIMEOUT_SECONDS = 120;
    public static final int UNCLAIMED_TIMEOUT_SECONDS = 60;
    public static final int DRAIN_TIMEOUT_SECONDS = 20;

    public static final PassThroughSettings DEFAULT = new PassThroughSettings(
            MAX_CONNECTIONS,
            MAX_STREAMS,
            Duration.ofMillis(CONNECTION_WAIT_MILLIS),
            Duration.ofMillis(CONNECT_TIMEOUT_MILLIS),
            Duration.ofMillis(SILENCE_TIMEOUT_MILLIS),
            Duration.ofSeconds(HOLD_TIMEOUT_SECONDS),
            MAX_REPLY_BYTES,
            Duration.ofSeconds(ORPHAN_TIMEOUT_SECONDS),
            Duration.ofSeconds(UNCLAIMED_TIMEOUT_SECONDS),
            Duration.ofSeconds(DRAIN_TIMEOUT_SECONDS));

    /** Longest reply that can be read: it has to fit into memory. */
    public static final int LARGEST_REPLY_BYTES = 1024 * 1024 * 1024;

    /** @throws IllegalArgumentException if a limit is not positive, or a reply larger than can be read */
    public PassThroughSettings {
        positive("maxConnections", maxConnections);
        positive("maxStreams", maxStreams);
        positive("connectionWait", connectionWait.toMillis());
        positive("connectTimeout", connectTimeout.toMillis());
        positive("silenceTimeout", silenceTimeout.toMillis());
        positive("holdTimeout", holdTimeout.toMillis());
        positive("maxReplyBytes", maxReplyBytes);
        positive("orphanTimeout", orphanTimeout.toMillis());
        positive("unclaimedTimeout", unclaimedTimeout.toMillis());
        positive("drainTimeout", drainTimeout.toMillis());
        if (maxReplyBytes > LARGEST_REPLY_BYTES) {
            throw new IllegalArgumentException("maxReplyBytes must be at most " + LARGEST_REPLY_BYTES);
        }
    }

    /** @throws IllegalArgumentException if a limit is out of its range */
    public static PassThroughSettings of(PassThroughConfig config) {
        return new PassThroughSettings(
                config.maxConnections(),
                config.maxStreams(),
                Duration.ofMillis(config.connectionWaitInMs()),
                Duration.ofMillis(config.connectTimeoutInMs()),
                Duration.ofMillis(config.silenceTimeoutInMs()),
                Duration.ofSeconds(config.holdTimeoutInSeconds()),
                config.maxReplyBytes(),
                Duration.ofSeconds(config.orphanTimeoutInSeconds()),
                Duration.ofSeconds(config.unclaimedTimeoutInSeconds()),
                Duration.ofSeconds(config.drainTimeoutInSeconds()));
    }

    private static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }
}
