package org.weighhouse.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.SendResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An adapter goes and comes back while everything else runs. */
@ExtendWith(DemoProduct.class)
class HotDeployIT {

    private static final String JAR =
            "weighhouse-channel-telegram-" + System.getProperty("weighhouse.version") + ".jar";
    private static final String ADAPTER = "org.weighhouse.channel.telegram";
    private static final double LONG = 30_000;

    @Test
    void removingAnAdapterTakesItsChannelOffAndDroppingItInDeployBringsItBack(Installation installation)
            throws Exception {
        String key = DashboardIT.demo(installation).getProperty("key");
        try (Chromium chromium = new Chromium()) {
            DashboardPage dashboard = DashboardPage.login(chromium.desktop(), installation);
            dashboard.open("channels");
            Locator state = dashboard.byId("channel-telegram-state");
            assertThat(state).hasText("Online");

            installation.shell.run("bundle:uninstall " + ADAPTER);
            assertThat(state).hasText("Offline", timeout());
            SendResponse refused = send(installation, key);
            assertThat(refused.isOk()).isFalse();
            assertThat(dashboard.byId("channel-telegram")).containsText("Telegram");
            dashboard.open("dashboard");
            assertThat(dashboard.byId("usage-by-channel")).containsText("Telegram");
            dashboard.open("channels");

            Path deployed = drop(installation);
            assertThat(state).hasText("Online", timeout());
            sendUntilOk(installation, key);

            Files.delete(deployed);
            assertThat(state).hasText("Offline", timeout());
            drop(installation);
            assertThat(state).hasText("Online", timeout());
            sendUntilOk(installation, key);
        }
    }

    @Test
    void aCopyOfTheFeaturesOwnJarStandsInForItAndNoLonger(Installation installation) throws Exception {
        reinstall(installation);
        String key = DashboardIT.demo(installation).getProperty("key");
        Path deployed = drop(installation);
        StockKaraf.eventually(() -> log(installation).contains(JAR + " stands in for " + ADAPTER));
        sendUntilOk(installation, key);

        // The corrected one has the same name and version, and is from before: copied with its times, or unpacked.
        describe(installation.telegramJar(), deployed, "mended");
        Files.setLastModifiedTime(deployed, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        StockKaraf.eventually(() -> headers(installation).contains("mended"));
        sendUntilOk(installation, key);

        Files.delete(deployed);
        StockKaraf.eventually(() -> log(installation).contains(ADAPTER + " is the feature's own again"));
        assertThat(headers(installation)).doesNotContain("mended");
        sendUntilOk(installation, key);
    }

    /** The adapter as its feature brings it, whatever a test did before. */
    private static void reinstall(Installation installation) throws Exception {
        installation.shell.run("feature:uninstall weighhouse-channel-telegram");
        installation.shell.run("feature:install weighhouse-channel-telegram");
    }

    private static String headers(Installation installation) throws Exception {
        return installation.shell.run("bundle:headers " + ADAPTER);
    }

    private static String log(Installation installation) throws IOException {
        return Files.readString(installation.data.resolve("log/karaf.log"));
    }

    private static void describe(Path from, Path to, String description) throws IOException {
        try (JarFile adapter = new JarFile(from.toFile())) {
            Manifest manifest = adapter.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Description", description);
            try (OutputStream out = Files.newOutputStream(to);
                    JarOutputStream jar = new JarOutputStream(out, manifest)) {
                for (JarEntry entry : Collections.list(adapter.entries())) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        jar.putNextEntry(new JarEntry(entry.getName()));
                        adapter.getInputStream(entry).transferTo(jar);
                    }
                }
            }
        }
    }

    private static Path drop(Installation installation) throws Exception {
        Path target =
                Files.createDirectories(installation.data.resolve("deploy")).resolve(JAR);
        return Files.copy(installation.telegramJar(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static SendResponse send(Installation installation, String key) {
        return new TelegramBot.Builder(key)
                .apiUrl(installation.gateway + "/telegram/bot")
                .build()
                .execute(new SendMessage(4711L, "Still there?"));
    }

    private static void sendUntilOk(Installation installation, String key) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        SendResponse reply = send(installation, key);
        while (!reply.isOk() && Instant.now().isBefore(end)) {
            Thread.sleep(200);
            reply = send(installation, key);
        }
        assertThat(reply.isOk()).as(reply.description()).isTrue();
    }

    private static LocatorAssertions.HasTextOptions timeout() {
        return new LocatorAssertions.HasTextOptions().setTimeout(LONG);
    }
}
