package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** An admin's Karaf has things of its own: web applications on a Pax Web and a Servlet API of long ago, routes on an old Camel. */
class NeighboursIT {

    @Test
    void bothWorkWhicheverComesFirstAndWeighhouseLeavesNothing() throws Exception {
        try (StockKaraf karaf = new StockKaraf("neighbours")) {
            karaf.shell.run("feature:install war webconsole");
            StockKaraf.eventually(() -> console(karaf) == 200);
            ForeignCamel camel = new ForeignCamel();
            camel.install(karaf);
            StockKaraf.eventually(camel::beats);
            KarafState before = KarafState.of(karaf);

            karaf.installWeighhouse();
            StockKaraf.eventually(() -> console(karaf) == 200);
            StockKaraf.eventually(camel::beats);

            karaf.shell.run("feature:uninstall webconsole war");
            StockKaraf.eventually(() -> StockKaraf.status(karaf.ui, "/login") == 200);
            karaf.shell.run("feature:install war webconsole");
            StockKaraf.eventually(() -> console(karaf) == 200);
            StockKaraf.eventually(() -> StockKaraf.status(karaf.ui, "/login") == 200);
            StockKaraf.eventually(() -> StockKaraf.status(karaf.gateway, "/health/ready") == 200);

            // The other way round: what was there first comes back to a Karaf with ours in it.
            karaf.shell.run("bundle:refresh com.acme.mill org.apache.camel.camel-api");
            StockKaraf.eventually(camel::beats);

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
            StockKaraf.eventually(camel::beats);
        }
    }

    /** Karaf's web console: servlets of {@code javax.servlet}. */
    private static int console(StockKaraf karaf) throws Exception {
        String login = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        return StockKaraf.status(karaf.foreignPort, "/system/console/bundles", "Authorization", "Basic " + login);
    }
}
