package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance.Limit;
import org.weighhouse.api.ledger.Balance;

class IndicatorTest {

    private static final TimeRange MONTH =
            new TimeRange(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void shows_used_against_total_with_percent_rounded_down() {
        Indicator indicator = Indicator.of(Unit.MESSAGE_CREDIT, balance(true, "12599", "1", "7400", "0"));

        assertThat(indicator.percent()).isEqualTo(62);
        assertThat(indicator.level()).isEqualTo(Level.WATCH);
        assertThat(indicator.total()).isEqualTo(Amount.of(20_000));
        assertThat(indicator.spoken(ENGLISH)).isEqualTo("Messages: 12,599 used of 20,000, 62%. Over half used");
    }

    @Test
    void shows_overage_above_a_hundred_percent() {
        Indicator indicator = Indicator.of(Unit.AI_TOKEN, balance(true, "1500", "0", "0", "500"));

        assertThat(indicator.percent()).isEqualTo(150);
        assertThat(indicator.level()).isEqualTo(Level.HIGH);
        assertThat(indicator.overage()).isEqualTo(Amount.of(500));
    }

    @Test
    void shows_an_unlimited_unit_as_such() {
        Indicator indicator = Indicator.of(Unit.SUBSCRIBER, balance(false, "42", "0", "0", "0"));

        assertThat(indicator.limited()).isFalse();
        assertThat(indicator.percent()).isZero();
        assertThat(indicator.spoken(ENGLISH)).isEqualTo("Subscribers: 42 used, no limit");
    }

    private static Balance balance(boolean limited, String used, String reserved, String available, String overage) {
        return new Balance(
                limited,
                Limit.HARD,
                Amount.parse(used),
                Amount.parse(reserved),
                Amount.parse(available),
                Amount.parse(overage),
                MONTH);
    }
}
