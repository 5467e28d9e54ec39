package org.weighhouse.gateway.internal;

import java.time.Duration;

/** The defaults on a free port, with the few settings that tests change. */
public record SettingsForTests(
        int maxRequestBytes,
        int maxInFlight,
        long maxInFlightBytes,
        Duration idleTimeout,
        Duration requestTimeout,
        Duration successorWait,
        int maxBatchEvents) {

    public SettingsForTests() {
        this(1 << 20, 1_024, 64L << 20, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(20), 1_000);
    }

    public SettingsForTests maxRequestBytes(int bytes) {
        return new SettingsForTests(
                bytes, maxInFlight, maxInFlightBytes, idleTimeout, requestTimeout, successorWait, maxBatchEvents);
    }

    public SettingsForTests maxInFlight(int requests, long bytes) {
        return new SettingsForTests(
                maxRequestBytes, requests, bytes, idleTimeout, requestTimeout, successorWait, maxBatchEvents);
    }

    public SettingsForTests timeouts(Duration idle, Duration request) {
        return new SettingsForTests(
                maxRequestBytes, maxInFlight, maxInFlightBytes, idle, request, successorWait, maxBatchEvents);
    }

    public SettingsForTests successorWait(Duration wait) {
        return new SettingsForTests(
                maxRequestBytes, maxInFlight, maxInFlightBytes, idleTimeout, requestTimeout, wait, maxBatchEvents);
    }

    public SettingsForTests maxBatchEvents(int events) {
        return new SettingsForTests(
                maxRequestBytes, maxInFlight, maxInFlightBytes, idleTimeout, requestTimeout, successorWait, events);
    }

    GatewaySettings build() {
        return new GatewaySettings(
                "127.0.0.1",
                0,
                8_192,
                maxRequestBytes,
                32 * 1024,
                maxInFlight,
                maxInFlightBytes,
                idleTimeout,
                requestTimeout,
                successorWait,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                maxBatchEvents,
                10_000,
                Duration.ofMinutes(5));
    }
}
