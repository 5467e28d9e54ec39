package org.weighhouse.itests;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The web application as a test drives it. */
record DashboardPage(Page page, Installation installation) {

    static DashboardPage login(Page page, Installation installation) {
        page.navigate(installation.ui + "/login");
        page.locator("#login-user").fill("admin");
        page.locator("#login-password").fill(Installation.ADMIN_PASSWORD);
        page.locator("#login-submit").click();
        page.locator("#card-messages-used").waitFor();
        return new DashboardPage(page, installation);
    }

    Locator byId(String id) {
        return page.locator("#" + id);
    }

    /** The number an element shows; it shows no other. */
    BigDecimal number(String id) {
        return ShownNumber.in(byId(id).innerText());
    }

    /** Waits until an element shows a number; it is to come by itself. */
    void awaitNumber(String id, BigDecimal expected) {
        page.waitForCondition(() -> number(id).compareTo(expected) == 0);
    }

    Path download(String buttonId, Path target) {
        Download download = page.waitForDownload(() -> byId(buttonId).click());
        download.saveAs(target);
        return target;
    }

    /** Opens a view of the left menu by its address. */
    void open(String view) {
        page.navigate(installation.ui + "/" + (view.equals("dashboard") ? "" : view));
    }

    /** The zone that the workspace's days are in, as the Reports section says it. */
    ZoneId workspaceZone() {
        return ZoneId.of(byId("report-summary")
                .innerText()
                .replaceAll("(?s).*days of ", "")
                .strip());
    }

    /** Sets the days of the Reports section. */
    void reportRange(LocalDate first, LocalDate last) {
        byId("report-period-custom").click();
        setDate("report-period-from", first);
        setDate("report-period-to", last);
        page.locator("#report-summary:has-text(\"" + last.getYear() + "\")").waitFor();
    }

    private void setDate(String id, LocalDate day) {
        Locator input = byId(id).locator("input");
        input.fill(DateTimeFormatter.ofPattern("M/d/yyyy").format(day));
        input.press("Enter");
    }

    void screenshot(String name) {
        page.waitForTimeout(1_500); // charts animate
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }
}
