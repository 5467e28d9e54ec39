package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** People in the dashboard: they see what their roles say, for as long as they say so. */
@ExtendWith(DemoProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginIT {

    private static final String CHOSEN = "Velvet-88-orchard";

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
    void whoIsRemovedIsOutOfTheOpenPageAtOnce(Installation installation) throws Exception {
        String password = SecurityIT.user(installation, "goer", "viewer:demo");
        Page page = login(installation, "goer", password);
        page.locator("#card-messages-used").waitFor();
        installation.shell.run("weighhouse:user-remove goer");

        page.waitForURL(url -> url.contains("/login"));
        assertThat(page.locator("#login-error").innerText()).contains("account or password was changed");
        page.navigate(installation.ui + "/usage");
        page.locator("#login-user").waitFor();
    }

    @Test
    void aRoleThatIsTakenAndGivenIsSeenInTheOpenPage(Installation installation) throws Exception {
        String password = SecurityIT.user(installation, "changer", "viewer:demo");
        installation.shell.run("weighhouse:user-grant changer operator");
        Page page = login(installation, "changer", password);
        page.locator("#card-messages-used").waitFor();

        installation.shell.run("weighhouse:user-revoke changer viewer:demo");
        page.locator("#notice").getByText("No workspace to show yet").waitFor();
        assertThat(page.locator("#card-messages-used").isVisible()).isFalse();
        installation.shell.run("weighhouse:user-grant changer viewer:demo");
        page.locator("#card-messages-used").waitFor();
    }

    @Test
    void aPasswordThatWasMadeUpIsChangedInTheDashboard(Installation installation) throws Exception {
        String password = SecurityIT.user(installation, "newcomer", "viewer:demo");
        Page page = login(installation, "newcomer", password);
        Page elsewhere = login(installation, "newcomer", password);
        page.locator("#must-change a").click();
        change(page, "wrong", CHOSEN);
        page.locator("#account-result").getByText("not your present password").waitFor();
        change(page, password, "short");
        page.locator("#account-result").getByText("12 to 256").waitFor();
        change(page, password, CHOSEN);
        page.locator("#account-result").getByText("was changed").waitFor();

        elsewhere.waitForURL(url -> url.contains("/login"));
        assertThat(page.locator("#must-change a").count()).isZero();
        page.navigate(installation.ui + "/");
        page.locator("#card-messages-used").waitFor();
        try (Shell console = installation.shell.as("newcomer", CHOSEN)) {
            assertThat(console.run("weighhouse:workspace-list")).contains("demo");
        }
    }

    @Test
    void whoHasNoRoleIsTold(Installation installation) throws Exception {
        String printed = installation.shell.run("weighhouse:user-create -g rolesless");
        Page page = login(installation, "rolesless", printed.replaceAll("(?s).*shown only now: (\\S+).*", "$1"));

        page.locator("#login-error").getByText("no role yet").waitFor();
    }

    private Page login(Installation installation, String user, String password) {
        return login(chromium.desktop(), installation, user, password);
    }

    static Page login(Page page, Installation installation, String user, String password) {
        page.navigate(installation.ui + "/login");
        page.locator("#login-user").fill(user);
        page.locator("#login-password").fill(password);
        page.locator("#login-submit").click();
        return page;
    }

    private static void change(Page page, String present, String fresh) {
        page.locator("#account-current input").fill(present);
        page.locator("#account-new input").fill(fresh);
        page.locator("#account-repeat input").fill(fresh);
        page.locator("#account-save").click();
    }
}
