package org.weighhouse.itests;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The distribution as a user has it: unpacked, started by its own script, with its own data folder and ports. */
final class Installation implements AutoCloseable {

    /** An address of this machine that a proxy has, as far as the server knows. */
    static final String PROXY = "127.0.9.9";

    static final String ADMIN_PASSWORD = "Lantern-42-orchard";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    final URI ui;
    final URI gateway;
    final Path home;
    final Path data;
    final Shell shell;
    private final int uiPort = Ports.free();
    private final int gatewayPort = Ports.free();
    final int sshPort = Ports.free();
    private final boolean demo;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    private Installation(Path folder, boolean demo) throws IOException {
        this.demo = demo;
        data = Files.createDirectories(folder.resolve("data")).toAbsolutePath();
        home = unpack(Path.of(System.getProperty("weighhouse.tar")), folder.resolve("home"));
        ui = URI.create("http://127.0.0.1:" + uiPort);
        gateway = URI.create("http://127.0.0.1:" + gatewayPort);
        shell = new Shell(sshPort, "admin", ADMIN_PASSWORD);
    }

    /** The Telegram adapter as its feature brings it. */
    Path telegramJar() {
        String version = System.getProperty("weighhouse.version");
        return home.resolve("system/org/weighhouse/weighhouse-channel-telegram")
                .resolve(version)
                .resolve("weighhouse-channel-telegram-" + version + ".jar");
    }

    /** Unpacks, starts and waits until gateway and dashboard answer. */
    static Installation start(Path folder, boolean demo) throws Exception {
        Installation installation = new Installation(folder, demo);
        installation.start();
        return installation;
    }

    /** Unpacked, and never started. */
    static Installation unpacked(Path folder) throws IOException {
        return new Installation(folder, false);
    }

    /** Starts with this in its environment besides. */
    Installation with(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    void start() throws Exception {
        launch("bin/karaf", "daemon");
        awaitReady();
    }

    /** Starts by one of the distribution's own scripts, and waits for nothing. */
    void launch(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WEIGHHOUSE_DATA", data.toString());
        builder.environment().put("WEIGHHOUSE_UI_PORT", "" + uiPort);
        builder.environment().put("WEIGHHOUSE_GATEWAY_PORT", "" + gatewayPort);
        builder.environment().put("WEIGHHOUSE_SSH_PORT", "" + sshPort);
        builder.environment().put("WEIGHHOUSE_ADMIN_PASSWORD", ADMIN_PASSWORD);
        builder.environment().put("WEIGHHOUSE_DEMO", "" + demo);
        builder.environment().put("WEIGHHOUSE_PROXIES", PROXY);
        if (!demo) {
            // The demo allows its own platforms; those of the tests are on this machine too.
            builder.environment().put("WEIGHHOUSE_UPSTREAMS", "127.0.0.1");
        }
        builder.environment().put("WEIGHHOUSE_DEMO_TRAFFIC", "off");
        builder.environment().putAll(environment);
        builder.environment().keySet().removeIf(name -> name.startsWith("KARAF_") || name.equals("JAVA_OPTS"));
        builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("console.log").toFile());
        process = builder.start();
    }

    /** Waits until gateway and dashboard answer. */
    void awaitReady() throws Exception {
        try {
            await(() -> status(gateway.resolve("/health/ready")) == 200);
            await(() -> status(ui.resolve("/login")) == 200);
            if (demo) {
                await(() -> Files.exists(data.resolve("demo.properties")));
            }
        } catch (Exception | Error e) {
            killHard();
            throw e;
        }
    }

    /** As {@code kill -9}: no hook runs, nothing is flushed. */
    void killHard() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process does not die");
        }
    }

    /** What runs below the script that was launched. */
    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    private void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(START_TIMEOUT);
        while (!condition.holds()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended before it was ready, see " + data.resolve("console.log"));
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("not ready within " + START_TIMEOUT + ", see " + data);
            }
            Thread.sleep(200);
        }
    }

    private static int status(URI uri) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return -1;
        }
    }

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    public void close() throws Exception {
        shell.close();
        process.destroy();
        boolean gone = process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        killHard();
        if (!gone) {
            throw new IllegalStateException("did not stop within " + STOP_TIMEOUT);
        }
    }

    private static Path unpack(Path archive, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path to = target.resolve(stripFirst(entry.getName())).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(tar, to);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
        return target.toAbsolutePath();
    }

    private static String stripFirst(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
