package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;
import org.weighhouse.api.catalog.KeyTerms;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.share.ShareWatch;
import org.weighhouse.dashboard.internal.data.SystemAlert.Severity;

class SystemAlertTest {

    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, ZoneOffset.UTC, Workspace.DEFAULT_CURRENCY);

    private static final Names NAMES = new Names(
            new FakeChannels(),
            List.of(),
            List.of(new KeyInfo(
                    "key-1", new WorkspaceId("acme"), "1234", KeyTerms.of("Shop"), Instant.EPOCH, Optional.empty())));

    @Test
    void all_is_well_when_no_limit_is_near_and_connected_channels_run() {
        assertThat(alerts(LedgerHealth.UP, indicator(10, Level.OK), channel(true, "api.telegram.org")))
                .isEmpty();
    }

    @Test
    void a_channel_that_is_offline_matters_only_with_an_account() {
        assertThat(alerts(LedgerHealth.UP, indicator(10, Level.OK), channel(false, "")))
                .isEmpty();
        assertThat(alerts(LedgerHealth.UP, indicator(10, Level.OK), channel(false, "api.telegram.org")))
                .extracting(SystemAlert::title)
                .containsExactly("Telegram is offline");
    }

    @Test
    void critical_alerts_come_before_warnings() {
        List<SystemAlert> alerts =
                alerts(new LedgerHealth(false, "The disk is full."), indicator(60, Level.WATCH), channel(true, "x"));

        assertThat(alerts).extracting(SystemAlert::severity).containsExactly(Severity.CRITICAL, Severity.WARNING);
        assertThat(alerts.getFirst().detail()).contains("The disk is full.");
        assertThat(alerts.getLast().title()).isEqualTo("Messages at 60%");
    }

    @Test
    void above_eighty_percent_it_says_what_to_do() {
        assertThat(alerts(LedgerHealth.UP, indicator(81, Level.HIGH), channel(true, "x")))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(alert.detail()).contains("Consider topping up or upgrading");
                });
    }

    private static List<SystemAlert> alerts(LedgerHealth health, Indicator indicator, ChannelView channel) {
        return SystemAlert.of(health, Doors.OPEN, List.of(indicator), List.of(channel), List.of(), NAMES, ENGLISH);
    }

    @Test
    void doors_that_are_shut_or_soon_will_be_are_told() {
        assertThat(SystemAlert.of(
                        LedgerHealth.UP,
                        new Doors(Optional.of("The port is taken."), Optional.of("the certificate ends on 2026-12-01")),
                        List.of(),
                        List.of(),
                        List.of(),
                        NAMES,
                        ENGLISH))
                .containsExactly(
                        new SystemAlert(Severity.CRITICAL, "Bots cannot reach the gateway", "The port is taken."),
                        new SystemAlert(
                                Severity.WARNING,
                                "The server's certificate needs attention",
                                "The certificate ends on 2026-12-01."));
    }

    @Test
    void who_was_refused_for_its_haste_is_named() {
        Instant noon = Instant.parse("2026-11-30T12:00:00Z");
        ShareWatch.Episode episode =
                new ShareWatch.Episode("key-1", "Send fewer requests a second.", 1_234, noon, noon.plusSeconds(90));

        assertThat(SystemAlert.of(LedgerHealth.UP, Doors.OPEN, List.of(), List.of(), List.of(episode), NAMES, ENGLISH))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.severity()).isEqualTo(Severity.WARNING);
                    assertThat(alert.title()).isEqualTo("1,234 requests of Shop refused");
                    assertThat(alert.detail())
                            .contains("Send fewer requests a second. Last refused: Nov 30, 2026, 12:01:30");
                });
    }

    private static Indicator indicator(int percent, Level level) {
        Amount used = Amount.of(percent);
        return new Indicator(
                Unit.MESSAGE_CREDIT,
                new Counted(Unit.MESSAGE_CREDIT, percent, used),
                level,
                percent,
                used,
                Amount.of(100),
                Amount.of(100).minus(used),
                Amount.ZERO,
                Amount.ZERO);
    }

    private static ChannelView channel(boolean online, String host) {
        List<ChannelView.Account> accounts =
                host.isEmpty() ? List.of() : List.of(new ChannelView.Account("a1", "Bot", host, true, ""));
        return new ChannelView("telegram", "Telegram", "#2AABEE", "paperplane", Unit.MESSAGE_CREDIT, online, accounts);
    }
}
