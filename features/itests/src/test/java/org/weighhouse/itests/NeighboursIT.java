package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** An admin's Karaf has web applications of its own, on a Pax Web and a Servlet API of long ago. */
class NeighboursIT {

    @Test
    void bothWorkWhicheverComesFirstAndWeighhouseLeavesNothing() throws Exception {
        try (StockKaraf karaf = new StockKaraf("neighbours")) {
            karaf.shell.run("feature:install war webconsole");
            StockKaraf.eventually(() -> console(karaf) == 200);
            KarafState before = KarafState.of(karaf);

            karaf.installWeighhouse();
            StockKaraf.eventually(() -> console(karaf) == 200);

            karaf.shell.run("feature:uninstall webconsole war");
            StockKaraf.eventually(() -> StockKaraf.status(karaf.ui, "/login") == 200);
            karaf.shell.run("feature:install war webconsole");
            StockKaraf.eventually(() -> console(karaf) == 200);
            StockKaraf.eventually(() -> StockKaraf.status(karaf.ui, "/login") == 200);
            StockKaraf.eventually(() -> StockKaraf.status(karaf.gateway, "/health/ready") == 200);

            karaf.shell.run("feature:uninstall --delete-configurations weighhouse");
            karaf.shell.run("feature:repo-remove weighhouse-" + System.getProperty("weighhouse.version"));
            KarafState after = KarafState.of(karaf);
            assertThat(after.bundles()).isEqualTo(before.bundles());
            assertThat(after.settings()).isEqualTo(before.settings());
            assertThat(after.files()).isEqualTo(before.files());
            assertThat(KarafState.newThreads(before.threads(), karaf)).isEmpty();
            assertThat(StockKaraf.status(karaf.ui, "/login")).isEqualTo(-1);
            assertThat(StockKaraf.status(karaf.gateway, "/health/ready")).isEqualTo(-1);
            StockKaraf.eventually(() -> console(karaf) == 200);
        }
    }

    /** Karaf's web console: servlets of {@code javax.servlet}. */
    private static int console(StockKaraf karaf) throws Exception {
        String login = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        return StockKaraf.status(karaf.foreignPort, "/system/console/bundles", "Authorization", "Basic " + login);
    }
}
