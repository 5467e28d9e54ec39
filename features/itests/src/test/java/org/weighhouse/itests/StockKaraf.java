package org.weighhouse.itests;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.options.ServerModeOption;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** A Karaf as it comes, and an admin at its console. */
final class StockKaraf implements AutoCloseable {

    private static final String VERSION = System.getProperty("weighhouse.version");
    private static final String KARAF = System.getProperty("karaf.version");
    private static final Duration TIMEOUT = Duration.ofSeconds(100);

    /** Of Pax Web, if it is installed. */
    final int foreignPort = Ports.free();

    final int gateway = Ports.free();
    final int ui = Ports.free();
    final Shell shell;
    final Path home;
    private final TestContainer container;

    /**
     * @param name a folder under target/
     * @param others more options, of Pax Exam
     */
    StockKaraf(String name, Option... others) throws Exception {
        File folder = new File("target/" + name);
        DemoProduct.emptyFolder("../" + name);
        int ssh = Ports.free();
        List<Option> options = new ArrayList<>(List.of(
                new ServerModeOption(),
                karafDistributionConfiguration()
                        .frameworkUrl(
                                Path.of(System.getProperty("karaf.tar")).toUri().toString())
                        .name("Stock Karaf")
                        .karafVersion(KARAF)
                        .unpackDirectory(folder)
                        .useDeployFolder(false),
                configureConsole().ignoreLocalConsole(),
                keepRuntimeFolder(),
                environment("WEIGHHOUSE_GATEWAY_PORT=" + gateway),
                environment("WEIGHHOUSE_UI_PORT=" + ui),
                editConfigurationFilePut("etc/users.properties", "admin", "admin,_g_:admingroup"),
                editConfigurationFilePut(
                        "etc/users.properties", "_g_:admingroup", "group,admin,manager,viewer,systembundles,ssh"),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + ssh),
                editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiRegistryPort", "" + Ports.free()),
                editConfigurationFilePut("etc/org.apache.karaf.management.cfg", "rmiServerPort", "" + Ports.free()),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", "" + foreignPort),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        Path.of("target", "foreign-repository").toUri() + "@id=foreign"),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("maven.local.repository"))));
        options.addAll(List.of(others));
        KarafVm.options().forEach(option -> options.add(new VMOption(option)));
        container = PaxExamRuntime.createContainer(PaxExamRuntime.createServerSystem(options.toArray(Option[]::new)));
        container.start();
        shell = new Shell(ssh, "admin", "admin");
        eventually(() -> shell.run("feature:list").contains("framework"));
        try (Stream<Path> unpacked = Files.list(folder.toPath())) {
            home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
        }
    }

    /** As the README says. */
    void installWeighhouse() throws Exception {
        shell.run("feature:repo-add mvn:org.weighhouse/weighhouse-features/" + VERSION + "/xml/features");
        shell.run("feature:install --no-auto-refresh weighhouse");
        awaitWeighhouse();
    }

    void awaitWeighhouse() throws Exception {
        eventually(() -> status(gateway, "/health/ready") == 200);
        eventually(() -> status(ui, "/login") == 200);
    }

    static int status(int port, String path, String... headers) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Installation.HTTP
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return -1;
        }
    }

    interface Check {
        boolean holds() throws Exception;
    }

    static void eventually(Check check) throws Exception {
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

    @Override
    public void close() {
        shell.close();
        container.stop();
    }
}
