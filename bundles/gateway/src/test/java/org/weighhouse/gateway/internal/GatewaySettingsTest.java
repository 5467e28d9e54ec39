package org.weighhouse.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighhouse.gateway.internal.settings.GatewayConfig;
import org.weighhouse.gateway.internal.settings.GatewaySettings;

class GatewaySettingsTest {

    /** The annotation as the container would make it: defaults, but for what is configured. */
    private static GatewayConfig config(Map<String, Object> configured) {
        return (GatewayConfig) Proxy.newProxyInstance(
                GatewayConfig.class.getClassLoader(),
                new Class<?>[] {GatewayConfig.class},
                (proxy, method, arguments) -> configured.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    @Test
    void portComesFromConfigurationThenEnvironmentThenDefault() {
        assertThat(GatewaySettings.of(config(Map.of("port", 9_000)), "9001").port())
                .isEqualTo(9_000);
        assertThat(GatewaySettings.of(config(Map.of()), "9001").port()).isEqualTo(9_001);
        assertThat(GatewaySettings.of(config(Map.of()), " ").port()).isEqualTo(8_080);
        assertThat(GatewaySettings.of(config(Map.of()), null).port()).isEqualTo(8_080);
    }

    @Test
    void listensOnThisMachineOnlyUnlessToldOtherwise() {
        assertThat(GatewaySettings.of(config(Map.of()), null).host()).isEqualTo("127.0.0.1");
    }

    @Test
    void nonsenseIsRefusedByName() {
        assertThatThrownBy(() -> GatewaySettings.of(config(Map.of()), "none"))
                .hasMessageContaining("WEIGHHOUSE_GATEWAY_PORT");
        assertThatThrownBy(() -> GatewaySettings.of(config(Map.of("maxInFlight", 0)), null))
                .hasMessageContaining("maxInFlight");
        assertThatThrownBy(() -> GatewaySettings.of(config(Map.of("maxStreams", 0)), null))
                .hasMessageContaining("maxStreams");
        assertThatThrownBy(() -> GatewaySettings.of(config(Map.of("webhookPerSecond", 0)), null))
                .hasMessageContaining("webhookPerSecond");
        assertThatThrownBy(() -> GatewaySettings.of(config(Map.of("keyBurst", 0)), null))
                .hasMessageContaining("keyBurst");
        assertThatThrownBy(() -> GatewaySettings.of(config(Map.of("maxInFlightBytes", 64L << 20)), null))
                .hasMessageContaining("maxInFlightBytes");
        assertThatThrownBy(() -> GatewaySettings.of(config(Map.of("idleTimeoutInMs", 0)), null))
                .hasMessageContaining("idleTimeoutInMs");
        assertThatThrownBy(() -> GatewaySettings.of(config(Map.of("maxBatchEvents", 5_001)), null))
                .hasMessageContaining("maxBatchEvents");
    }
}
