package org.weighhouse.gateway.internal;

import java.time.Duration;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.settings.Rate;
import org.weighhouse.gateway.internal.settings.ShareSettings;
import org.weighhouse.gateway.internal.settings.WebhookSettings;

/** The defaults on a free port, with the few settings that tests change. */
public final class SettingsForTests {

    private static final Rate UNHURRIED = new Rate(100_000, 100_000);

    private int maxRequestBytes = 1 << 20;
    private int maxInFlight = 1_024;
    private long maxInFlightBytes = 64L << 20;
    private int maxStreams = 2_000;
    private int port;
    private int maxConnections = 16_384;
    private ShareSettings shares = shares(UNHURRIED, UNHURRIED, Duration.ZERO);
    private Duration idleTimeout = Duration.ofSeconds(30);
    private Duration requestTimeout = Duration.ofSeconds(30);
    private Duration successorWait = Duration.ofSeconds(20);
    private int maxBatchEvents = 1_000;
    private WebhookSettings webhooks = new WebhookSettings(4 << 20, 256, 64L << 20, new Rate(500, 1_000), 10_000);

    public SettingsForTests port(int number) {
        port = number;
        return this;
    }

    public SettingsForTests maxRequestBytes(int bytes) {
        maxRequestBytes = bytes;
        return this;
    }

    public SettingsForTests maxInFlight(int requests, long bytes) {
        maxInFlight = requests;
        maxInFlightBytes = bytes;
        return this;
    }

    public SettingsForTests maxStreams(int streams) {
        maxStreams = streams;
        return this;
    }

    public SettingsForTests timeouts(Duration idle, Duration request) {
        idleTimeout = idle;
        requestTimeout = request;
        return this;
    }

    public SettingsForTests successorWait(Duration wait) {
        successorWait = wait;
        return this;
    }

    public SettingsForTests maxBatchEvents(int events) {
        maxBatchEvents = events;
        return this;
    }

    public SettingsForTests maxConnections(int connections) {
        maxConnections = connections;
        return this;
    }

    public SettingsForTests paces(Rate key, Rate workspace) {
        return paces(key, workspace, Duration.ZERO);
    }

    /** @param wait how long a request that comes too early waits for its turn */
    public SettingsForTests paces(Rate key, Rate workspace, Duration wait) {
        shares = shares(key, workspace, wait);
        return this;
    }

    private static ShareSettings shares(Rate key, Rate workspace, Duration wait) {
        return new ShareSettings(key, workspace, wait, 1_000, 16 * 1024, 256 * 1024);
    }

    public SettingsForTests webhooks(WebhookSettings settings) {
        webhooks = settings;
        return this;
    }

    public GatewaySettings build() {
        return new GatewaySettings(
                "127.0.0.1",
                port,
                maxConnections,
                maxRequestBytes,
                32 * 1024,
                maxInFlight,
                maxInFlightBytes,
                maxStreams,
                idleTimeout,
                requestTimeout,
                successorWait,
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                maxBatchEvents,
                10_000,
                Duration.ofMinutes(5),
                shares,
                webhooks);
    }
}
