package org.weighhouse.ledger.internal.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.ledger.internal.rollup.CellHouse.ACME;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.Window;

class OldDaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final TimeRange AUTUMN =
            new TimeRange(Instant.parse("2026-09-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void anOldDayKeepsItsLocalDaysAlsoOfWhatComesLate() {
        CellHouse house = new CellHouse(folder, new CellSettings(1_000, 10, 0));
        house.zone(ACME, BERLIN);
        house.apply(CellHouse.entry("2026-10-05T21:59:00Z", Attribution.NONE, 1));
        house.apply(CellHouse.entry("2026-10-05T22:00:00Z", Attribution.NONE, 2));
        house.checkpoint("2026-10-06T00:00:00Z");
        house.checkpoint("2026-10-15T00:00:00Z");
        assertThat(times(house)).containsExactly("2026-10-05T21:45:00Z", "2026-10-05T22:00:00Z");

        List<Long> days = days(house);
        house.checkpoint("2026-10-16T00:00:00Z");

        assertThat(house.stored()).extracting(StoredDay::coarse).containsExactly(true);
        assertThat(times(house)).containsExactly("2026-10-05T00:00:00Z", "2026-10-05T22:00:00Z");
        assertThat(days(house)).isEqualTo(days).containsExactly(1L, 2L);

        house.apply(CellHouse.entry("2026-10-05T12:00:00Z", Attribution.NONE, 4));
        assertThat(times(house)).contains("2026-10-05T12:00:00Z");
        house.checkpoint("2026-10-16T01:00:00Z");
        house.restart();

        assertThat(times(house)).containsExactly("2026-10-05T00:00:00Z", "2026-10-05T22:00:00Z");
        assertThat(days(house)).containsExactly(5L, 2L);
    }

    @Test
    void daysBeyondTheirRetentionAreDropped() {
        CellHouse house = new CellHouse(folder, new CellSettings(1_000, 10, 40));
        house.apply(CellHouse.entry("2026-10-05T12:00:00Z", Attribution.NONE, 1));
        house.apply(CellHouse.entry("2026-10-06T12:00:00Z", Attribution.NONE, 2));
        house.checkpoint("2026-11-14T00:00:00Z");
        assertThat(days(house)).containsExactly(1L, 2L);

        house.checkpoint("2026-11-15T00:00:00Z");

        assertThat(days(house)).containsExactly(2L);
        assertThat(house.stored()).hasSize(1);
    }

    @Test
    void aDayThatIsNotTouchedIsNotWritten() {
        CellHouse house = new CellHouse(folder, CellSettings.DEFAULT);
        house.apply(CellHouse.entry("2026-10-05T12:00:00Z", Attribution.NONE, 1));
        house.checkpoint("2026-10-06T00:00:00Z");
        StoredDay first = house.stored().getFirst();
        house.apply(CellHouse.entry("2026-10-06T12:00:00Z", Attribution.NONE, 1));
        house.checkpoint("2026-10-07T00:00:00Z");

        assertThat(house.stored()).hasSize(2).contains(first);
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new CellSettings(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CellSettings(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CellSettings(1, 1, 31)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> times(CellHouse house) {
        return house.query(query(Window.QUARTER_HOUR)).stream()
                .map(row -> row.slice().from().toString())
                .toList();
    }

    private static List<Long> days(CellHouse house) {
        return house.query(query(Window.DAY)).stream()
                .map(row -> row.usage().amount().milli())
                .toList();
    }

    private static UsageQuery query(Window window) {
        return UsageQuery.total(ACME, Unit.MESSAGE_CREDIT, AUTUMN, BERLIN).per(window);
    }
}
