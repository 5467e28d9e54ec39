package org.weighhouse.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.SendMessage;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard in a real browser, over the real gateway. */
@ExtendWith(DemoProduct.class)
class DashboardIT {

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aWrongPasswordIsRefusedAndNothingIsShown(Installation installation) {
        Page page = chromium.desktop();
        page.navigate(installation.ui + "/");
        page.locator("#login-user").fill("admin");
        page.locator("#login-password").fill("wrong");
        page.locator("#login-submit").click();

        assertThat(page.locator("body")).containsText("password");
        assertThat(page.locator("#card-messages-used")).hasCount(0);
    }

    @Test
    void anOpenPageShowsANewMessageWithinASecond(Installation installation) throws Exception {
        DashboardPage dashboard = DashboardPage.login(chromium.desktop(), installation);
        BigDecimal before = dashboard.number("card-messages-used");
        dashboard.page().evaluate("window.notReloaded = true");

        boolean sent = new TelegramBot.Builder(demo(installation).getProperty("key"))
                .apiUrl(installation.gateway + "/telegram/bot")
                .build()
                .execute(new SendMessage(4711L, "Are you watching?"))
                .isOk();

        assertThat(sent).isTrue();
        assertThat(dashboard.byId("card-messages-used"))
                .hasText(
                        "%,d".formatted(before.longValueExact() + 1),
                        new LocatorAssertions.HasTextOptions().setTimeout(1_000));
        assertThat(dashboard.page().evaluate("window.notReloaded")).isEqualTo(true);
    }

    @Test
    void whatIsNewComesOverAWebSocket(Installation installation) {
        Page page = chromium.desktop();
        List<WebSocket> sockets = new CopyOnWriteArrayList<>();
        page.onWebSocket(sockets::add);
        DashboardPage.login(page, installation);

        page.waitForCondition(
                () -> sockets.stream().anyMatch(socket -> socket.url().contains("/VAADIN/push") && !socket.isClosed()));
    }

    @Test
    void aPhoneShowsTheCardsWithoutScrollingSideways(Installation installation) {
        DashboardPage dashboard = DashboardPage.login(chromium.page(390, 844, ColorScheme.LIGHT), installation);

        Object overflow = dashboard
                .page()
                .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).isEqualTo(0);
        dashboard.screenshot("phone");
    }

    @Test
    void itLooksRightInLightAndDark(Installation installation) {
        Page login = chromium.desktop();
        login.navigate(installation.ui + "/login");
        login.locator("#login-user").waitFor();
        new DashboardPage(login, installation).screenshot("login");

        DashboardPage.login(chromium.desktop(), installation).screenshot("desktop");
        DashboardPage dark = DashboardPage.login(chromium.page(1440, 900, ColorScheme.DARK), installation);
        dark.screenshot("dark");

        Object background = dark.page()
                .evaluate("getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3)"
                        + ".map(Number).reduce((a, b) => a + b)");
        assertThat(((Number) background).doubleValue())
                .as("a dark page is dark")
                .isLessThan(200);
    }

    static Properties demo(Installation installation) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(installation.data.resolve("demo.properties"))));
        return properties;
    }
}
