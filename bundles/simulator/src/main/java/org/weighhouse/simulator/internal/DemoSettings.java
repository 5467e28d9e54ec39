package org.weighhouse.simulator.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.weighhouse.api.DataFolder;
import org.weighhouse.api.catalog.Secret;

/**
 * The configuration and what the start script says in the environment.
 *
 * @param rate messages a minute; 0 for no traffic
 * @param ui the dashboard's address
 * @param gateway the gateway's address
 * @param password the administrator's; empty if it was not handed over
 */
record DemoSettings(
        boolean enabled,
        int rate,
        int historyBatch,
        Duration retry,
        Duration requestTimeout,
        Path data,
        URI ui,
        URI gateway,
        String user,
        Secret password) {

    /** @throws IllegalArgumentException if a value is out of range */
    DemoSettings {
        require(rate >= 0 && rate <= 6_000, "rate must be 0 to 6000 messages a minute");
        require(historyBatch >= 1 && historyBatch <= 5_000, "historyBatch must be 1 to 5000 events");
        require(retry.toMillis() >= 100, "retryInMs must be at least 100");
        require(requestTimeout.toMillis() >= 100, "requestTimeoutInMs must be at least 100");
    }

    static DemoSettings of(SimulatorConfig config, Map<String, String> environment) {
        boolean traffic = config.traffic()
                && !environment.getOrDefault("WEIGHHOUSE_DEMO_TRAFFIC", "").equals("off");
        return new DemoSettings(
                config.enabled()
                        || environment.getOrDefault("WEIGHHOUSE_DEMO", "").equals("true"),
                traffic ? config.rate() : 0,
                config.historyBatch(),
                Duration.ofMillis(config.retryInMs()),
                Duration.ofMillis(config.requestTimeoutInMs()),
                DataFolder.of(environment),
                local(environment, environment.getOrDefault("WEIGHHOUSE_UI_PORT", "8181")),
                local(environment, environment.getOrDefault("WEIGHHOUSE_GATEWAY_PORT", "8080")),
                environment.getOrDefault("WEIGHHOUSE_ADMIN_USER", "admin"),
                new Secret(environment.getOrDefault("WEIGHHOUSE_ADMIN_PASSWORD", "")));
    }

    private static URI local(Map<String, String> environment, String port) {
        boolean tls =
                !environment.getOrDefault("WEIGHHOUSE_TLS_CERTIFICATE", "").isBlank();
        return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + Integer.parseInt(port.strip()));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
