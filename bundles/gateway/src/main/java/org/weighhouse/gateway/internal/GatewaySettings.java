package org.weighhouse.gateway.internal;

import java.time.Duration;
import org.weighhouse.api.ledger.Ledger;

/** The settings of {@link GatewayConfig}, checked. */
public record GatewaySettings(
        String host,
        int port,
        int maxConnections,
        int maxRequestBytes,
        int maxHeaderBytes,
        int maxInFlight,
        long maxInFlightBytes,
        Duration idleTimeout,
        Duration requestTimeout,
        Duration successorWait,
        Duration adapterDrain,
        Duration shutdownDrain,
        int maxBatchEvents,
        int maxQueryWindows,
        Duration reservationTimeout) {

    static final int DEFAULT_PORT = 8_080;
    static final String PORT_VARIABLE = "WEIGHHOUSE_GATEWAY_PORT";

    /** An event with a subscriber becomes two postings, and the ledger takes a batch whole. */
    static final int MOST_BATCH_EVENTS = Ledger.MAX_BATCH / 2;

    /** @throws IllegalArgumentException if a setting is out of its range */
    public GatewaySettings {
        check("port", port, 0, 65_535);
        check("maxConnections", maxConnections, 1, 1_000_000);
        check("maxRequestBytes", maxRequestBytes, 1_024, 1 << 30);
        check("maxHeaderBytes", maxHeaderBytes, 1_024, 1 << 20);
        check("maxInFlight", maxInFlight, 1, 1_000_000);
        check("maxInFlightBytes", maxInFlightBytes, maxRequestBytes, Long.MAX_VALUE);
        check("idleTimeoutMs", idleTimeout.toMillis(), 1, 3_600_000);
        check("requestTimeoutMs", requestTimeout.toMillis(), 1, 3_600_000);
        check("successorWaitMs", successorWait.toMillis(), 0, 600_000);
        check("adapterDrainMs", adapterDrain.toMillis(), 0, 600_000);
        check("shutdownDrainMs", shutdownDrain.toMillis(), 0, 600_000);
        check("maxBatchEvents", maxBatchEvents, 1, MOST_BATCH_EVENTS);
        check("maxQueryWindows", maxQueryWindows, 1, 1_000_000);
        check("reservationTimeoutMs", reservationTimeout.toMillis(), 1_000, 7L * 24 * 3_600_000);
    }

    /** @param portVariable what the environment says of the port; null if nothing */
    static GatewaySettings of(GatewayConfig config, String portVariable) {
        return new GatewaySettings(
                config.host(),
                port(config.port(), portVariable),
                config.maxConnections(),
                config.maxRequestBytes(),
                config.maxHeaderBytes(),
                config.maxInFlight(),
                config.maxInFlightBytes(),
                Duration.ofMillis(config.idleTimeoutMs()),
                Duration.ofMillis(config.requestTimeoutMs()),
                Duration.ofMillis(config.successorWaitMs()),
                Duration.ofMillis(config.adapterDrainMs()),
                Duration.ofMillis(config.shutdownDrainMs()),
                config.maxBatchEvents(),
                config.maxQueryWindows(),
                Duration.ofMillis(config.reservationTimeoutMs()));
    }

    private static int port(int configured, String variable) {
        if (configured != -1) {
            return configured;
        }
        if (variable == null || variable.isBlank()) {
            return DEFAULT_PORT;
        }
        try {
            return Integer.parseInt(variable.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(PORT_VARIABLE + " must be a port number", notANumber);
        }
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be between " + least + " and " + most);
        }
    }
}
