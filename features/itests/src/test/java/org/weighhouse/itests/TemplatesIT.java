package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The templates of settings, used as they say. */
@ExtendWith(DemoProduct.class)
class TemplatesIT {

    private static final String TELEGRAM = "org.weighhouse.channel.telegram";

    @Test
    void thereIsOneForEachConfigurationAndNoneIsRead(Installation installation) throws Exception {
        try (Stream<Path> templates = Files.list(folder(installation))) {
            assertThat(templates.map(file -> file.getFileName().toString()))
                    .contains(
                            "org.weighhouse.gateway.cfg",
                            "org.weighhouse.dashboard.cfg",
                            "org.weighhouse.ledger.cfg",
                            "org.weighhouse.access.ldap.cfg",
                            TELEGRAM + ".cfg")
                    .doesNotContain("org.weighhouse.simulator.cfg");
        }
        assertThat(installation.shell.run("config:list '(service.pid=org.weighhouse.access.ldap)'"))
                .doesNotContain("Pid:");
        assertThat(installation.shell.run("bundle:list -t 0")).doesNotContain("templates");
    }

    @Test
    void whatIsSetInACopyApplies(Installation installation) throws Exception {
        String template = Files.readString(folder(installation).resolve(TELEGRAM + ".cfg"));
        Path copy = installation.data.resolve("etc").resolve(TELEGRAM + ".cfg");
        try {
            // Every value as it is without a word: the templates tell the truth.
            Files.writeString(copy, template.replaceAll("(?m)^#(?! )", ""));
            StockKaraf.eventually(() -> settings(installation).contains("maxConnections"));
            StockKaraf.eventually(
                    () -> installation.shell.run("weighhouse:doctor").contains("All is well."));
        } finally {
            Files.deleteIfExists(copy);
        }
        StockKaraf.eventually(() -> !settings(installation).contains("maxConnections"));
        StockKaraf.eventually(() -> installation.shell.run("weighhouse:doctor").contains("All is well."));
    }

    private static String settings(Installation installation) throws Exception {
        return installation.shell.run("config:list '(service.pid=" + TELEGRAM + ")'");
    }

    private static Path folder(Installation installation) {
        return installation.data.resolve("etc/templates");
    }
}
