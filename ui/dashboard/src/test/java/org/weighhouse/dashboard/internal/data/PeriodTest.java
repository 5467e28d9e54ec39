package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.catalog.Workspace;
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
    }

    @Test
    void bars_are_the_ledgers_slices_and_hours_that_come_twice_are_both_there() {
        List<Instant> starts = Stream.of(
                        "2026-10-24T23:00:00Z", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z")
                .map(Instant::parse)
                .toList();
        Slices slices = new Slices(starts, Window.HOUR);

        assertThat(slices.labels(new Formats(Locale.ENGLISH, BERLIN, Workspace.DEFAULT_CURRENCY)))
                .containsExactly("01:00", "02:00", "02:00", "03:00");
        assertThat(slices.indexOf(Instant.parse("2026-10-25T00:59:59Z"))).isEqualTo(1);
        assertThat(slices.indexOf(Instant.parse("2026-10-25T01:00:00Z"))).isEqualTo(2);
    }

    @Test
    void a_chart_asks_the_ledger_for_the_slices_of_its_days() {
        DaySpan week = Period.Preset.LAST_7.days(Instant.parse("2026-10-27T12:00:00Z"), BERLIN);
        Slices slices = Slices.of(Fakes.queries(query -> List.of()), week, Fakes.WORKSPACE);

        assertThat(slices.starts()).hasSize(7).startsWith(week.range(BERLIN).from());
        assertThat(slices.window()).isEqualTo(Window.DAY);
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
