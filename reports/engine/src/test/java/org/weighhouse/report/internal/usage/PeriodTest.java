package org.weighhouse.report.internal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.report.ReportRequest;
import org.weighhouse.api.report.ReportRequest.Format;
import org.weighhouse.api.report.ReportRequest.Kind;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-10-31, true",
        "2024-02-01, 2024-02-29, true",
        "2026-11-01, 2026-11-23, true",
        "2026-11-01, 2026-11-30, true",
        "2026-11-01, 2026-11-22, false",
        "2026-10-01, 2026-10-30, false",
        "2026-10-02, 2026-10-31, false",
        "2026-09-01, 2026-10-31, false",
        "2026-10-01, 2026-11-23, false"
    })
    void a_month_is_a_calendar_month_or_the_current_one_up_to_today(String first, String last, boolean month) {
        assertThat(period(first, last).isMonth()).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-07, 2026-10-07, DAY, 1",
        "2026-09-01, 2026-11-01, DAY, 62",
        "2026-09-01, 2026-11-02, WEEK, 10",
        "2025-10-01, 2026-10-31, MONTH, 13",
        "2016-11-23, 2026-11-23, MONTH, 121"
    })
    void bars_get_wider_with_the_period(String first, String last, Period.Step step, int bars) {
        Period period = period(first, last);
        assertThat(period.step()).isEqualTo(step);
        assertThat(period.steps()).hasSize(bars);
    }

    @Test
    void every_day_belongs_to_one_of_the_bars() {
        Period period = period("2026-04-29", "2026-09-13");
        assertThat(LocalDate.parse("2026-04-29").datesUntil(LocalDate.parse("2026-09-14")))
                .allSatisfy(day -> assertThat(period.steps()).contains(period.stepOf(day)));
    }

    private static Period period(String first, String last) {
        WorkspaceId demo = new WorkspaceId("demo");
        Workspace workspace = new Workspace(demo, "Demo", ZoneId.of("UTC"), "Growth");
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T20:15:00Z"), ZoneOffset.UTC);
        return Period.of(
                new ReportRequest(demo, Kind.USAGE, Format.PDF, LocalDate.parse(first), LocalDate.parse(last)),
                workspace,
                clock);
    }
}
