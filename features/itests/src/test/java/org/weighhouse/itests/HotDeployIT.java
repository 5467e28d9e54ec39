package org.weighhouse.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.SendResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An adapter goes and comes back while everything else runs. */
@ExtendWith(DemoProduct.class)
class HotDeployIT {

    private static final String JAR =
            "weighhouse-channel-telegram-" + System.getProperty("weighhouse.version") + ".jar";
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

            installation.shell.run("bundle:uninstall org.weighhouse.channel.telegram");
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

    private static Path drop(Installation installation) throws Exception {
        Path jar = installation
                .home
                .resolve("system/org/weighhouse/weighhouse-channel-telegram")
                .resolve(System.getProperty("weighhouse.version"))
                .resolve(JAR);
        Path target =
                Files.createDirectories(installation.data.resolve("deploy")).resolve(JAR);
        return Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
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
