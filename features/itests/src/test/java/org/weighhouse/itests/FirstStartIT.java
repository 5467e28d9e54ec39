package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever pulls the plug while Karaf still installs finds everything in order at the next start. */
class FirstStartIT {

    private static final List<Duration> KILLED_AFTER = List.of(
            Duration.ofMillis(700),
            Duration.ofMillis(1_500),
            Duration.ofMillis(2_500),
            Duration.ofMillis(4_000),
            Duration.ofMillis(6_000));

    @Test
    void a_first_start_that_was_killed_is_made_up_for_and_a_server_that_ends_is_started_again() throws Exception {
        try (Installation installation = Installation.unpacked(DemoProduct.emptyFolder("first"))) {
            for (Duration time : KILLED_AFTER) {
                installation.launch("bin/karaf", "daemon");
                Thread.sleep(time);
                installation.killHard();
                cutOff(installation.data.resolve("etc/org.apache.karaf.features.cfg"), time);
            }

            installation.launch("bin/weighhouse-keep");
            installation.awaitReady();
            assertThat(installation.shell.run("weighhouse:status")).contains("Ledger      up");

            ProcessHandle server = installation
                    .descendants()
                    .filter(child -> child.info().command().orElse("").endsWith("java"))
                    .findFirst()
                    .orElseThrow();
            assertThat(server.destroyForcibly()).isTrue();
            server.onExit().get();
            installation.awaitReady();
            assertThat(installation
                            .descendants()
                            .filter(child -> child.info().command().orElse("").endsWith("java")))
                    .hasSize(1)
                    .doesNotContain(server);
        }
    }

    /** As a kill leaves what Karaf was just writing; once, while no start can have come to its end yet. */
    private static void cutOff(Path file, Duration killedAfter) throws IOException {
        if (killedAfter.equals(KILLED_AFTER.get(1))) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 6));
        }
    }
}
