package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The other way in: a stock Karaf that is given the features by an admin. */
class PluginIT {

    @Test
    void oneFileInstallsItAndNothingForTrying() throws Exception {
        try (StockKaraf karaf = new StockKaraf("kar")) {
            karaf.shell.run("kar:install file:" + System.getProperty("weighhouse.kar"));
            karaf.awaitWeighhouse();

            assertThat(karaf.shell.run("feature:list --installed | grep weighhouse"))
                    .contains("weighhouse-core")
                    .doesNotContain("weighhouse-simulator");
        }
    }

    @Test
    void twoCommandsInstallEverythingIntoAStockKaraf() throws Exception {
        try (StockKaraf karaf = new StockKaraf("exam")) {
            karaf.installWeighhouse();

            assertThat(karaf.shell.run("bundle:list | grep Weighhouse"))
                    .contains("Weighhouse :: Ledger", "Weighhouse :: Dashboard")
                    .doesNotContain("Installed", "Waiting", "Failure");
            assertThat(karaf.shell.run("weighhouse:status")).containsIgnoringCase("telegram");
            // Karaf's own data folder is emptied by a clean start.
            Path data = karaf.home.resolve("weighhouse");
            assertThat(data.resolve("secret.key")).exists();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");

            // What another version does that takes the place of this one.
            karaf.shell.run("weighhouse:workspace-create --plan free acme");
            karaf.shell.run("feature:uninstall weighhouse");
            assertThat(karaf.shell.run("bundle:list -t 0")).doesNotContain("Weighhouse ::");
            karaf.installWeighhouse();
            assertThat(karaf.shell.run("weighhouse:workspace-list")).contains("acme");
            assertThat(karaf.shell.run("weighhouse:doctor")).contains("fine     Ledger", "fine     Parts");
        }
    }
}
