package org.weighhouse.dashboard.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.ledger.LedgerHealth;

class LedgerBannerTest {

    private final LedgerBanner banner = new LedgerBanner();

    @Test
    void says_why_the_ledger_stopped_for_as_long_as_it_is_so() {
        banner.show(Optional.of(new LedgerHealth(false, "the ledger has stopped writing: no space left on device")));
        assertThat(text())
                .isEqualTo("The ledger has stopped writing: no space left on device."
                        + " Nothing is counted or acknowledged until it is restarted.");

        banner.show(Optional.of(LedgerHealth.UP));
        assertThat(text()).isEmpty();
    }

    @Test
    void is_an_alert_before_there_is_one_so_that_it_is_read_out() {
        assertThat(banner.getElement().getAttribute("role")).isEqualTo("alert");
        assertThat(banner.isVisible()).isTrue();
        assertThat(text()).isEmpty();
    }

    @Test
    void a_ledger_that_is_away_for_a_moment_has_not_stopped() {
        banner.show(Optional.empty());
        assertThat(text()).isEmpty();
    }

    @Test
    void another_reason_is_shown_in_its_place() {
        banner.show(Optional.of(new LedgerHealth(false, "One.")));
        banner.show(Optional.of(new LedgerHealth(false, "Two.")));
        assertThat(text()).startsWith("Two. Nothing").doesNotContain("One");
    }

    private String text() {
        return banner.getElement().getTextRecursively();
    }
}
