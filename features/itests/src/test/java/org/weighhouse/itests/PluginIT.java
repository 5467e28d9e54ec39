package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.options.ServerModeOption;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** The other way in: a stock Karaf that is given the features by an admin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginIT {

    private static final String KARAF = System.getProperty("karaf.version");
    private static final String VERSION = System.getProperty("weighhouse.version");
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final int ssh = Ports.free();
    private final int gateway = Ports.free();
    private final int ui = Ports.free();
    private TestContainer karaf;
    private Shell shell;

    @BeforeAll
    void startStockKaraf() throws Exception {
        Path data = DemoProduct.emptyFolder("plugin").toAbsolutePath();
        List<Option> options = new ArrayList<>(List.of(
                new ServerModeOption(),
                karafDistributionConfiguration()
                        .frameworkUrl(
                                Path.of(System.getProperty("karaf.tar")).toUri().toString())
                        .name("Stock Karaf")
                        .karafVersion(KARAF)
                        .unpackDirectory(new File("target/exam"))
                        .useDeployFolder(false),
                configureConsole().ignoreLocalConsole(),
                keepRuntimeFolder(),
                environment("WEIGHHOUSE_DATA=" + data),
                environment("WEIGHHOUSE_GATEWAY_PORT=" + gateway),
                environment("WEIGHHOUSE_UI_PORT=" + ui),
                editConfigurationFilePut("etc/users.properties", "admin", "admin,_g_:admingroup"),
                editConfigurationFilePut(
                        "etc/users.properties", "_g_:admingroup", "group,admin,manager,viewer,systembundles,ssh"),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + ssh),
                editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiRegistryPort", "" + Ports.free()),
                editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiServerPort", "" + Ports.free()),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("maven.local.repository"))));
        KarafVm.options().forEach(option -> options.add(new VMOption(option)));
        karaf = PaxExamRuntime.createContainer(PaxExamRuntime.createServerSystem(options.toArray(Option[]::new)));
        karaf.start();
        shell = new Shell(ssh, "admin", "admin");
        eventually(() -> shell.run("feature:list").contains("framework"));
    }

    @AfterAll
    void stop() {
        shell.close();
        karaf.stop();
    }

    @Test
    void twoCommandsInstallEverythingIntoAStockKaraf() throws Exception {
        shell.run("feature:repo-add mvn:org.weighhouse/weighhouse-features/" + VERSION + "/xml/features");
        shell.run("feature:install --no-auto-refresh weighhouse");

        eventually(() -> status(gateway, "/health/ready") == 200);
        eventually(() -> status(ui, "/login") == 200);
        assertThat(shell.run("bundle:list | grep Weighhouse"))
                .contains("Weighhouse :: Ledger", "Weighhouse :: Dashboard")
                .doesNotContain("Installed", "Waiting", "Failure");
        assertThat(shell.run("weighhouse:status")).containsIgnoringCase("telegram");
    }

    private static int status(int port, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return Installation.HTTP
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return -1;
        }
    }

    private static void eventually(Check check) throws Exception {
        Instant end = Instant.now().plus(TIMEOUT);
        while (true) {
            try {
                if (check.holds()) {
                    return;
                }
            } catch (IOException notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + TIMEOUT);
            }
            Thread.sleep(300);
        }
    }

    private interface Check {
        boolean holds() throws Exception;
    }
}
