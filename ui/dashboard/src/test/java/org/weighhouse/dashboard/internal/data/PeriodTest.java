package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.Window;

class PeriodTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant LATE = Instant.parse("2026-11-22T23:30:00Z");

    @Test
    void today_is_the_workspaces_today() {
        LocalDate inBerlin = LocalDate.of(2026, 11, 23);
        LocalDate inNewYork = LocalDate.of(2026, 11, 22);

        assertThat(Period.Preset.TODAY.days(LATE, BERLIN)).isEqualTo(new DaySpan(inBerlin, inBerlin));
        assertThat(Period.Preset.TODAY.days(LATE, NEW_YORK)).isEqualTo(new DaySpan(inNewYork, inNewYork));
    }

    @Test
    void the_last_seven_and_thirty_days_end_with_today() {
        assertThat(Period.Preset.LAST_7.days(LATE, BERLIN))
                .isEqualTo(new DaySpan(LocalDate.of(2026, 11, 17), LocalDate.of(2026, 11, 23)));
        assertThat(Period.Preset.LAST_30.days(LATE, BERLIN).days()).isEqualTo(30);
    }

    @Test
    void days_on_which_clocks_change_have_23_and_25_hours() {
        DaySpan spring = new DaySpan(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 29));
        DaySpan autumn = new DaySpan(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 25));

        assertThat(length(spring.range(BERLIN))).isEqualTo(Duration.ofHours(23));
        assertThat(length(autumn.range(BERLIN))).isEqualTo(Duration.ofHours(25));
        assertThat(Slices.of(spring, BERLIN).starts()).hasSize(23);
        assertThat(Slices.of(autumn, BERLIN).starts()).hasSize(25);
        assertThat(Slices.of(autumn, BERLIN).labels(new Formats(Locale.ENGLISH, BERLIN)))
                .containsSequence("01:00", "02:00", "02:00", "03:00");
    }

    @Test
    void a_week_over_a_clock_change_has_seven_days() {
        DaySpan week = Period.Preset.LAST_7.days(Instant.parse("2026-10-27T12:00:00Z"), BERLIN);
        Slices slices = Slices.of(week, BERLIN);

        assertThat(slices.starts()).hasSize(7);
        assertThat(slices.indexOf(Instant.parse("2026-10-25T22:59:59Z"))).isEqualTo(4);
        assertThat(slices.indexOf(Instant.parse("2026-10-25T23:00:00Z"))).isEqualTo(5);
    }

    @Test
    void longer_spans_have_longer_slices() {
        LocalDate first = LocalDate.of(2026, 1, 1);

        assertThat(new DaySpan(first, first.plusDays(1)).window()).isEqualTo(Window.HOUR);
        assertThat(new DaySpan(first, first.plusDays(29)).window()).isEqualTo(Window.DAY);
        assertThat(new DaySpan(first, first.plusDays(364)).window()).isEqualTo(Window.WEEK);
        assertThat(new DaySpan(first, first.plusDays(800)).window()).isEqualTo(Window.MONTH);
    }

    @Test
    void weeks_begin_on_monday_but_the_first_with_the_span() {
        Slices slices = Slices.of(new DaySpan(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)), BERLIN);

        assertThat(slices.starts().get(0)).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
        assertThat(slices.starts().get(1)).isEqualTo(Instant.parse("2026-01-04T23:00:00Z"));
    }

    @Test
    void an_address_gives_back_its_period_and_nonsense_gives_none() {
        Period own = new Period.Custom(new DaySpan(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)));

        assertThat(Period.parse(own.key())).contains(own);
        assertThat(Period.parse("7d")).contains(Period.Preset.LAST_7);
        assertThat(Period.parse("2026-01-31..2026-01-01")).isEmpty();
        assertThat(Period.parse("yesterday")).isEmpty();
        assertThat(Period.parse("1000-01-01..2026-01-01")).isEmpty();
    }

    @Test
    void a_span_must_not_end_before_it_begins() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> new DaySpan(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Duration length(TimeRange range) {
        return Duration.between(range.from(), range.to());
    }
}
