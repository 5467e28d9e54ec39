package org.weighhouse.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {

    @Test
    void is_off_unless_configuration_or_environment_switch_it_on() {
        assertThat(settings(false, true, 20, Map.of()).enabled()).isFalse();
        assertThat(settings(true, true, 20, Map.of()).enabled()).isTrue();
        assertThat(settings(false, true, 20, Map.of("WEIGHHOUSE_DEMO", "true")).enabled())
                .isTrue();
    }

    @Test
    void sends_nothing_when_configuration_or_environment_switch_traffic_off() {
        assertThat(settings(true, true, 20, Map.of()).rate()).isEqualTo(20);
        assertThat(settings(true, false, 20, Map.of()).rate()).isZero();
        assertThat(settings(true, true, 20, Map.of("WEIGHHOUSE_DEMO_TRAFFIC", "off"))
                        .rate())
                .isZero();
    }

    @Test
    void takes_addresses_folder_and_login_from_the_environment() {
        DemoSettings settings = settings(
                true,
                true,
                20,
                Map.of(
                        "WEIGHHOUSE_UI_PORT", "9001",
                        "WEIGHHOUSE_GATEWAY_PORT", "9002",
                        "WEIGHHOUSE_DATA", "/data",
                        "WEIGHHOUSE_ADMIN_USER", "ann",
                        "WEIGHHOUSE_ADMIN_PASSWORD", "geheim"));

        assertThat(settings.ui()).isEqualTo(URI.create("http://127.0.0.1:9001"));
        assertThat(settings.gateway()).isEqualTo(URI.create("http://127.0.0.1:9002"));
        assertThat(settings.data()).isEqualTo(Path.of("/data"));
        assertThat(settings.user()).isEqualTo("ann");
        assertThat(settings.password().value()).isEqualTo("geheim");
        assertThat(settings.toString()).doesNotContain("geheim");
    }

    @Test
    void has_the_documented_defaults() {
        DemoSettings settings = settings(true, true, 20, Map.of());

        assertThat(settings.ui()).isEqualTo(URI.create("http://127.0.0.1:8181"));
        assertThat(settings.gateway()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(settings.user()).isEqualTo("admin");
    }

    @Test
    void refuses_a_rate_that_is_out_of_range() {
        assertThatThrownBy(() -> settings(true, true, -1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate");
    }

    private static DemoSettings settings(boolean enabled, boolean traffic, int rate, Map<String, String> environment) {
        return DemoSettings.of(new Config(enabled, traffic, rate), environment);
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Config(boolean enabled, boolean traffic, int rate) implements SimulatorConfig {
        @Override
        public int historyBatch() {
            return 4_000;
        }

        @Override
        public long retryInMs() {
            return 1_000;
        }

        @Override
        public long requestTimeoutInMs() {
            return 30_000;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SimulatorConfig.class;
        }
    }
}
