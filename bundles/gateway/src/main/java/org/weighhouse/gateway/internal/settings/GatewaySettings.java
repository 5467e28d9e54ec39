package org.weighhouse.gateway.internal.settings;

import java.time.Duration;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.http.Place;

/** The settings of {@link GatewayConfig}, checked. */
public record GatewaySettings(
        String host,
        int port,
        int maxConnections,
        int maxRequestBytes,
        int maxHeaderBytes,
        int maxInFlight,
        long maxInFlightBytes,
        int maxStreams,
        Duration idleTimeout,
        Duration requestTimeout,
        Duration successorWait,
        Duration adapterDrain,
        Duration shutdownDrain,
        int maxBatchEvents,
        int maxQueryWindows,
        Duration reservationTimeout,
        ShareSettings shares,
        WebhookSettings webhooks) {

    public static final int DEFAULT_PORT = 8_080;
    public static final String PORT_VARIABLE = "WEIGHHOUSE_GATEWAY_PORT";

    /** So many of the longest bodies have room at least, for a key may have three eighths of it. */
    static final long BODIES_IN_A_POOL = 4;

    /** An engagement and what has a price become two postings, and the ledger takes a batch whole. */
    public static final int MOST_BATCH_EVENTS = Ledger.MAX_BATCH / 2;

    /** @throws IllegalArgumentException if a setting is out of its range */
    public GatewaySettings {
        check("port", port, 0, 65_535);
        check("maxConnections", maxConnections, 1, 1_000_000);
        check("maxRequestBytes", maxRequestBytes, 1_024, 1 << 30);
        check("maxHeaderBytes", maxHeaderBytes, 1_024, 1 << 20);
        check("maxInFlight", maxInFlight, 1, 1_000_000);
        check("maxInFlightBytes", maxInFlightBytes, BODIES_IN_A_POOL * maxRequestBytes, Long.MAX_VALUE);
        check("maxStreams", maxStreams, 1, 1_000_000);
        check("idleTimeoutInMs", idleTimeout.toMillis(), 1, 3_600_000);
        check("requestTimeoutInMs", requestTimeout.toMillis(), 1, 3_600_000);
        check("successorWaitInMs", successorWait.toMillis(), 0, 600_000);
        check("adapterDrainInMs", adapterDrain.toMillis(), 0, 600_000);
        check("shutdownDrainInMs", shutdownDrain.toMillis(), 0, 600_000);
        check("maxBatchEvents", maxBatchEvents, 1, MOST_BATCH_EVENTS);
        check("maxQueryWindows", maxQueryWindows, 1, UsageQueries.MAX_ROWS);
        check("reservationTimeoutInMs", reservationTimeout.toMillis(), 1_000, 7L * 24 * 3_600_000);
    }

    /** @param portVariable what the environment says of the port; null if nothing */
    public static GatewaySettings of(GatewayConfig config, String portVariable) {
        return new GatewaySettings(
                config.host(),
                Place.port(config.port(), PORT_VARIABLE, portVariable, DEFAULT_PORT),
                config.maxConnections(),
                config.maxRequestBytes(),
                config.maxHeaderBytes(),
                config.maxInFlight(),
                config.maxInFlightBytes(),
                config.maxStreams(),
                Duration.ofMillis(config.idleTimeoutInMs()),
                Duration.ofMillis(config.requestTimeoutInMs()),
                Duration.ofMillis(config.successorWaitInMs()),
                Duration.ofMillis(config.adapterDrainInMs()),
                Duration.ofMillis(config.shutdownDrainInMs()),
                config.maxBatchEvents(),
                config.maxQueryWindows(),
                Duration.ofMillis(config.reservationTimeoutInMs()),
                ShareSettings.of(config),
                WebhookSettings.of(config));
    }

    static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most);
        }
    }
}
