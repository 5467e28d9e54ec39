package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Allowance.Limit;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Usage;

class IndicatorTest {

    private static final TimeRange MONTH =
            new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, ZoneOffset.UTC, Workspace.DEFAULT_CURRENCY);

    @Test
    void shows_used_against_total_with_percent_rounded_down() {
        Indicator indicator =
                Indicator.of(Unit.MESSAGE_CREDIT, balance(true, "12599", "1", "7400", "0"), used("12599", 12_599));

        assertThat(indicator.percent()).isEqualTo(62);
        assertThat(indicator.level()).isEqualTo(Level.WATCH);
        assertThat(indicator.total()).isEqualTo(Amount.of(20_000));
        assertThat(indicator.spoken(ENGLISH)).isEqualTo("Messages: 12,599 used of 20,000, 62%. Over half used");
    }

    @Test
    void shows_overage_above_a_hundred_percent() {
        Indicator indicator = Indicator.of(Unit.AI_TOKEN, balance(true, "1500", "0", "0", "500"), Usage.NONE);

        assertThat(indicator.percent()).isEqualTo(150);
        assertThat(indicator.level()).isEqualTo(Level.HIGH);
        assertThat(indicator.overage()).isEqualTo(Amount.of(500));
    }

    @Test
    void shows_an_unlimited_unit_as_such() {
        Indicator indicator = Indicator.of(Unit.SUBSCRIBER, balance(false, "42", "0", "0", "0"), used("42", 42));

        assertThat(indicator.limited()).isFalse();
        assertThat(indicator.percent()).isZero();
        assertThat(indicator.spoken(ENGLISH)).isEqualTo("Subscribers: 42 used, no limit");
    }

    @Test
    void says_how_many_messages_it_were_where_they_do_not_cost_one_each() {
        Indicator indicator =
                Indicator.of(Unit.MESSAGE_CREDIT, balance(true, "12599", "1", "7400", "0"), used("12599", 4_200));

        assertThat(indicator.spoken(ENGLISH))
                .isEqualTo("Messages: 4,200 messages, 12,599 credits used of 20,000, 62%. Over half used");
    }

    private static Usage used(String amount, long quantity) {
        return new Usage(Amount.parse(amount), 1, Measures.of(quantity));
    }

    private static Balance balance(boolean limited, String used, String reserved, String available, String overage) {
        return new Balance(
                limited,
                Limit.HARD,
                Amount.parse(used),
                Amount.parse(reserved),
                Amount.parse(available),
                Amount.parse(overage),
                Amount.parse(used)
                        .minus(Amount.parse(overage))
                        .plus(Amount.parse(reserved))
                        .plus(Amount.parse(available)),
                MONTH);
    }
}
