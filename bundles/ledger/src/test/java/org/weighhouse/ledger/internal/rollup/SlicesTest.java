package org.weighhouse.ledger.internal.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.ledger.Window;

class SlicesTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 23",
        "Europe/Berlin, 2026-10-25, 25",
        "America/New_York, 2026-03-08, 23",
        "America/New_York, 2026-11-01, 25",
        "Asia/Kathmandu, 2026-10-25, 24",
        "America/Santiago, 2026-09-06, 23"
    })
    void aDayIsOneSliceHoweverLongItIs(String zone, String day, int hours) {
        ZoneId id = ZoneId.of(zone);
        Instant noon = LocalDate.parse(day).atTime(12, 0).atZone(id).toInstant();

        TimeRange slice = slices(Window.DAY, zone, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
                .of(noon);

        assertThat(Duration.between(slice.from(), slice.to())).isEqualTo(Duration.ofHours(hours));
        assertThat(slice.from().atZone(id).toLocalDate()).isEqualTo(day);
    }

    @Test
    void theRepeatedHourIsTwoSlices() {
        List<TimeRange> hours = all(
                slices(Window.HOUR, "Europe/Berlin", "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"),
                "2026-10-25T00:00:00Z",
                "2026-10-25T02:00:00Z");

        assertThat(hours)
                .extracting(
                        slice -> slice.from().atZone(ZoneId.of("Europe/Berlin")).getHour())
                .containsExactly(2, 2);
    }

    @Test
    void aHalfHourOfDaylightSavingIsCutAtTheChange() {
        // Lord Howe goes from +11:00 to +10:30 at 15:00 UTC: 01:30 to 02:00 comes twice.
        List<TimeRange> hours = all(
                slices(Window.HOUR, "Australia/Lord_Howe", "2026-04-04T14:00:00Z", "2026-04-04T16:30:00Z"),
                "2026-04-04T14:00:00Z",
                "2026-04-04T16:30:00Z");

        assertThat(hours)
                .extracting(slice -> Duration.between(slice.from(), slice.to()).toMinutes())
                .containsExactly(60L, 30L, 60L);
    }

    @Test
    void slicesAreCutToTheRange() {
        TimeRange slice = slices(Window.MONTH, "UTC", "2026-11-05T00:00:00Z", "2026-11-20T00:00:00Z")
                .of(Instant.parse("2026-11-10T00:00:00Z"));

        assertThat(slice)
                .isEqualTo(new TimeRange(Instant.parse("2026-11-05T00:00:00Z"), Instant.parse("2026-11-20T00:00:00Z")));
    }

    @Test
    void weeksBeginOnMonday() {
        TimeRange slice = slices(Window.WEEK, "Europe/Berlin", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
                .of(Instant.parse("2026-11-29T22:59:59Z"));

        assertThat(slice)
                .isEqualTo(new TimeRange(Instant.parse("2026-11-22T23:00:00Z"), Instant.parse("2026-11-29T23:00:00Z")));
    }

    /** Every zone, over a year with its changes of the clock: no gap, no overlap, each instant in its own slice. */
    @ParameterizedTest
    @EnumSource(Window.class)
    void slicesFollowOneAnotherInEveryZone(Window window) {
        String from = "2026-01-01T00:00:00Z";
        String to = window == Window.MINUTE
                ? "2026-01-01T03:00:00Z"
                : window.compareTo(Window.HOUR) <= 0 ? "2026-01-08T00:00:00Z" : "2027-01-01T00:00:00Z";
        for (String zone : ZoneId.getAvailableZoneIds()) {
            List<TimeRange> all = all(slices(window, zone, from, to), from, to);

            assertThat(all.getFirst().from()).as(zone).isEqualTo(Instant.parse(from));
            assertThat(all.getLast().to()).as(zone).isEqualTo(Instant.parse(to));
        }
    }

    private static Slices slices(Window window, String zone, String from, String to) {
        return new Slices(window, ZoneId.of(zone), new TimeRange(Instant.parse(from), Instant.parse(to)));
    }

    /** Goes from slice to slice, and checks that the last instant of each is in it too. */
    private static List<TimeRange> all(Slices slices, String from, String to) {
        List<TimeRange> all = new ArrayList<>();
        Instant at = Instant.parse(from);
        while (at.isBefore(Instant.parse(to))) {
            TimeRange slice = slices.of(at);
            assertThat(slice.from()).isEqualTo(at);
            assertThat(slices.of(slice.to().minusNanos(1_000))).isEqualTo(slice);
            all.add(slice);
            at = slice.to();
        }
        return all;
    }
}
