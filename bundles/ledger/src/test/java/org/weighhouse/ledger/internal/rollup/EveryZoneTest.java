package org.weighhouse.ledger.internal.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.record.Micros;

/** Every zone, every end of a month and every change of its clocks from 2020 to 2040: hours make days, days make months. */
class EveryZoneTest {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2040;

    @TempDir
    Path folder;

    @Test
    void hoursMakeDaysAndDaysMakeMonths() {
        CellHouse house = new CellHouse(folder, CellSettings.DEFAULT);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        assertThat(zones).hasSizeGreaterThan(500);
        for (int i = 0; i < zones.size(); i++) {
            TreeSet<Instant> instants = instants(ZoneId.of(zones.get(i)));
            for (Instant instant : instants) {
                long amount = 1 + instant.getEpochSecond() / 900 % 1_009;
                house.apply(CellHouse.entry(
                        workspace(i), Unit.ENGAGEMENT, Micros.of(instant), Attribution.NONE, amount, Measures.of(1)));
            }
        }
        house.checkpoint("2020-01-01T00:00:00Z");
        for (int i = 0; i < zones.size(); i++) {
            check(house, workspace(i), ZoneId.of(zones.get(i)));
        }
    }

    private static WorkspaceId workspace(int zone) {
        return new WorkspaceId("w" + zone);
    }

    /** Cells before, at and after each end of a month and each change of the clocks. */
    private static TreeSet<Instant> instants(ZoneId zone) {
        TreeSet<Instant> instants = new TreeSet<>();
        for (LocalDate month = LocalDate.of(FIRST_YEAR, 1, 1);
                month.getYear() <= LAST_YEAR;
                month = month.plusMonths(1)) {
            addAround(instants, month.atStartOfDay(zone).toInstant());
        }
        Instant end = LocalDate.of(LAST_YEAR + 1, 1, 1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(instants.first());
        while (change != null && change.getInstant().isBefore(end)) {
            addAround(instants, change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return instants;
    }

    private static void addAround(TreeSet<Instant> instants, Instant instant) {
        for (int quarters : new int[] {-97, -5, -4, -2, -1, 0, 1, 2, 4, 5, 97}) {
            instants.add(instant.plusSeconds(quarters * 900L));
        }
    }

    private static void check(CellHouse house, WorkspaceId workspace, ZoneId zone) {
        TimeRange range = new TimeRange(Instant.parse("2019-12-01T00:00:00Z"), Instant.parse("2041-02-01T00:00:00Z"));
        UsageQuery query = UsageQuery.total(workspace, Unit.ENGAGEMENT, range, zone);
        List<UsageRow> cells = house.query(query.per(Window.QUARTER_HOUR));
        List<UsageRow> hours = house.query(query.per(Window.HOUR));
        List<UsageRow> days = house.query(query.per(Window.DAY));
        List<UsageRow> months = house.query(query.per(Window.MONTH));

        assertThat(cells).as("%s", zone).hasSizeGreaterThan(2_000);
        checkSums(zone, cells, hours);
        checkSums(zone, hours, days);
        checkSums(zone, days, months);
        checkSums(zone, months, house.query(query));
        days.forEach(day -> checkIsDay(zone, day.slice()));
        checkNoGaps(zone, Window.HOUR, hours);
        checkNoGaps(zone, Window.DAY, days);
        checkNoGaps(zone, Window.MONTH, months);
        assertThat(house.total(query))
                .isEqualTo(house.query(query).getFirst().usage().amount().milli());
    }

    /** Each whole is the sum of the parts in it, and no part lies in two or in none. */
    private static void checkSums(ZoneId zone, List<UsageRow> parts, List<UsageRow> wholes) {
        TreeMap<Instant, UsageRow> byStart = new TreeMap<>();
        wholes.forEach(whole -> byStart.put(whole.slice().from(), whole));
        TreeMap<Instant, Usage> sums = new TreeMap<>();
        for (UsageRow part : parts) {
            UsageRow whole = byStart.floorEntry(part.slice().from()).getValue();
            assertThat(part.slice().to())
                    .as("%s", zone)
                    .isBeforeOrEqualTo(endOfCell(whole.slice().to()));
            sums.merge(whole.slice().from(), part.usage(), Usage::plus);
        }
        assertThat(sums).as("%s", zone).hasSameSizeAs(wholes);
        for (UsageRow whole : wholes) {
            assertThat(sums.get(whole.slice().from()))
                    .as("%s %s", zone, whole.slice())
                    .isEqualTo(whole.usage());
        }
    }

    /** Clocks of a few zones are changed at 00:01, within a cell: all of it belongs to the slice that it begins in. */
    private static Instant endOfCell(Instant instant) {
        return Micros.startOfQuarter(Micros.firstQuarterFrom(Micros.of(instant)));
    }

    /** A day ends where the calendar says, whether or not its first hour was there. */
    private static void checkIsDay(ZoneId zone, TimeRange slice) {
        Instant last = slice.to().minusSeconds(1);
        LocalDate next = LocalDate.ofInstant(slice.to(), zone);
        assertThat(slice.to()).as("%s", zone).isEqualTo(next.atStartOfDay(zone).toInstant());
        assertThat(LocalDate.ofInstant(last, zone)).as("%s", zone).isBefore(next);
    }

    /** From each slice to the next that has usage the slices follow one another without gap or overlap. */
    private static void checkNoGaps(ZoneId zone, Window window, List<UsageRow> rows) {
        Slices slices = new Slices(window, zone, new TimeRange(Instant.EPOCH, Instant.parse("2050-01-01T00:00:00Z")));
        for (int i = 1; i < rows.size(); i++) {
            Instant at = rows.get(i - 1).slice().to();
            Instant next = rows.get(i).slice().from();
            assertThat(at).as("%s", zone).isBeforeOrEqualTo(next);
            for (int step = 0; step < 3 && at.isBefore(next); step++) {
                TimeRange between = slices.of(at);
                assertThat(between.from()).as("%s", zone).isEqualTo(at);
                assertThat(between.to()).as("%s", zone).isBeforeOrEqualTo(next);
                at = between.to();
            }
        }
    }
}
