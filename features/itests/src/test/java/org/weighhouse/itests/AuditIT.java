package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever somebody does over console, page or REST is in the trail under their name. */
@ExtendWith(DemoProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {

    private static final long PATIENCE_SECONDS = 60;

    private Chromium chromium;

    @BeforeAll
    void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void theConsoleTellsWhoDidWhat(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "growth");
        String workspace = tenant.workspace();
        String password = SecurityIT.user(installation, "m-" + workspace, "manager:" + workspace);
        try (Shell manager = installation.shell.as("m-" + workspace, password)) {
            assertThat(manager.run("weighhouse:top-up -i inv-7 message_credits 50"))
                    .contains("inv-7");
            assertThat(manager.run("weighhouse:top-up -i inv-7 message_credits 50"))
                    .contains("before");
            assertThat(manager.run("weighhouse:report-run")).startsWith("day,unit");
            correct(tenant);

            String seen = awaitLine(manager, "weighhouse:audit-list", "usage-corrected");
            assertThat(lines(seen))
                    .anyMatch(line -> line.matches("admin .*console 127.0.0.1.*workspace-created .*plan growth.*"))
                    .anyMatch(line -> line.matches("admin .*key-created .*"))
                    .anyMatch(line -> line.matches("admin .*user-created .*m-" + workspace + ".*"))
                    .anyMatch(line -> line.matches("m-.*credits-given +.* inv-7 .*50 message_credits.*"))
                    .anyMatch(line -> line.matches("m-.*credits-given .refused. .* inv-7 .*given before.*"))
                    .anyMatch(line -> line.matches("m-.*report-exported .*usage-.*csv.*"))
                    .anyMatch(line -> line.matches("key [A-Za-z0-9]+ .*rest 127.0.0.1.*usage-corrected.*"));
            // What is another workspace's, or of none, is not a manager's matter.
            assertThat(seen).doesNotContain("demo", " login ", tenant.key());
            assertThat(manager.run("weighhouse:audit-list -w demo")).contains("there is no workspace demo");
            assertThat(manager.run("weighhouse:audit-check")).contains("Command not found");
        }
        assertThat(installation.shell.run("weighhouse:audit-check")).contains("All is well.");
    }

    @Test
    void loginsAndSettingsAreInIt(Installation installation) throws Exception {
        try (Shell stranger = installation.shell.as("admin", "Wrong-42-orchard")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> stranger.run("weighhouse:status")))
                    .isNotNull();
        }
        installation.shell.run("config:property-set -p org.weighhouse.audit-it colour blue");

        String seen =
                awaitLine(installation.shell, "weighhouse:audit-list -a settings-changed", "org.weighhouse.audit-it");
        assertThat(lines(seen))
                .anyMatch(line -> line.matches("admin .*settings-changed .*audit-it.* changed: colour.*"));
        assertThat(seen).doesNotContain("blue");
        seen = awaitLine(installation.shell, "weighhouse:audit-list -a login", "(refused)");
        assertThat(lines(seen))
                .anyMatch(line ->
                        line.matches("admin .*console 127.0.0.1.* login \\(refused\\).*do not belong together.*"))
                .anyMatch(line -> line.matches("admin .*console 127.0.0.1.* login  .*"));
        installation.shell.run("config:delete org.weighhouse.audit-it");
    }

    @Test
    void thePageShowsManagersTheirsAndAdminsAll(Installation installation) throws Exception {
        Tenant tenant = Tenant.create(installation, "free");
        String name = "p-" + tenant.workspace();
        String password = SecurityIT.user(installation, name, "manager:" + tenant.workspace());
        installation.shell.run("weighhouse:user-grant " + name + " viewer:demo");
        Page page = LoginIT.login(chromium.desktop(), installation, name, password);
        page.locator("#nav-audit-trail").waitFor();
        page.navigate(installation.ui + "/audit");
        // Demo is looked at only; which of the two comes first is a matter of their names.
        if (page.locator("#notice, #audit-entries").first().innerText().contains("manage")) {
            page.locator("#workspace vaadin-select-value-button").click();
            page.locator("vaadin-select-item:has-text('" + tenant.workspace() + "')")
                    .click();
        }
        page.locator("#audit-entries").getByText("Workspace made").waitFor();
        assertThat(page.locator("#audit-everything").isVisible()).isFalse();
        assertThat(page.locator("#audit-entries").innerText())
                .contains("Key made", "plan free")
                .doesNotContain("Login");

        Download download =
                page.waitForDownload(() -> page.locator("#audit-export").click());
        Path csv = installation.data.resolve(name + ".csv");
        download.saveAs(csv);
        List<CSVRecord> records = read(csv);
        assertThat(records.stream().skip(1)).isNotEmpty().allMatch(each -> each.get(7)
                .equals(tenant.workspace()));
        // The one who takes it is the first in it.
        assertThat(records.get(1).get(2) + " " + records.get(1).get(3) + " "
                        + records.get(1).get(5))
                .isEqualTo(name + " dashboard trail-exported");

        DashboardPage admin = DashboardPage.login(chromium.desktop(), installation);
        admin.open("audit");
        admin.byId("audit-everything").click();
        admin.byId("audit-entries").getByText("Login").first().waitFor();
        admin.byId("audit-who").locator("input").fill(name);
        admin.byId("audit-who").locator("input").press("Enter");
        admin.page()
                .waitForCondition(() -> !admin.byId("audit-entries").innerText().contains("admin"));
        assertThat(admin.byId("audit-entries").innerText()).contains(name, "Audit trail exported");
    }

    @Test
    void aViewerHasNoSuchPage(Installation installation) throws Exception {
        String password = SecurityIT.user(installation, "auditless", "viewer:demo");
        Page page = LoginIT.login(chromium.desktop(), installation, "auditless", password);
        page.locator("#card-messages-used").waitFor();
        assertThat(page.locator("#nav-audit-trail").count()).isZero();
        page.navigate(installation.ui + "/audit");
        page.locator("#notice").getByText("for those who manage").waitFor();
        assertThat(page.locator("#audit-entries").isVisible()).isFalse();
    }

    private static void correct(Tenant tenant) throws Exception {
        String sent = """
                {"specversion":"1.0","id":"%s","source":"audit-it","type":"%s","subject":"%s","time":"%s",
                 "data":{"channel":"telegram","kind":"text","quantity":%d%s}}""";
        String now = Instant.now().toString();
        String first = sent.formatted("e1", "message.sent", tenant.workspace(), now, 3, "");
        String second = sent.formatted("e2", "usage.corrected", tenant.workspace(), now, 1, ",\"corrects\":\"e1\"");
        assertThat(tenant.api().event(first).statusCode()).isEqualTo(204);
        assertThat(tenant.api().event(second).body()).isEmpty();
    }

    /** What strangers can cause is written a moment later. */
    private static String awaitLine(Shell shell, String command, String text) throws Exception {
        Instant patience = Instant.now().plusSeconds(PATIENCE_SECONDS);
        String seen = shell.run(command);
        while (!seen.contains(text) && Instant.now().isBefore(patience)) {
            Thread.sleep(200);
            seen = shell.run(command);
        }
        return seen;
    }

    /** Each line from its actor on. */
    private static List<String> lines(String table) {
        return table.lines()
                .map(line -> line.split(" *\\| *", 3))
                .filter(cells -> cells.length == 3)
                .map(cells -> cells[2].replace("|", ""))
                .toList();
    }

    private static List<CSVRecord> read(Path file) throws Exception {
        try (CSVParser parser = CSVParser.parse(Files.readString(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }
}
