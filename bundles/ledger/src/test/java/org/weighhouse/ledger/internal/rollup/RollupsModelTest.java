package org.weighhouse.ledger.internal.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Micros;

/** Random entries, checkpoints and restarts against a plain map of cells. */
class RollupsModelTest {

    private static final int DAY = 86_400;
    private static final Instant START = Instant.parse("2026-10-20T00:00:00Z");
    private static final int DAYS = 14;
    private static final int QUARTER_HOUR_DAYS = 5;
    private static final List<WorkspaceId> WORKSPACES =
            List.of(CellHouse.ACME, new WorkspaceId("acme-2"), new WorkspaceId("b"));
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("America/New_York"), ZoneId.of("UTC"));
    private static final List<Unit> UNITS = List.of(Unit.MESSAGE_CREDIT, Unit.AI_TOKEN);

    @TempDir
    Path folder;

    private Random random = new Random();
    private CellHouse house;
    private final Map<WorkspaceId, ZoneId> zones = new HashMap<>();
    private Map<Cell, Usage> fresh = new HashMap<>();
    private Map<Cell, Usage> frozen = new HashMap<>();
    private final Map<Cell, Usage> stored = new HashMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cellsAreThePlainSums(long seed) {
        random = new Random(seed);
        house = new CellHouse(folder, new CellSettings(1_000, QUARTER_HOUR_DAYS, 0));
        for (WorkspaceId workspace : WORKSPACES) {
            zones.put(workspace, ZONES.get(random.nextInt(ZONES.size())));
            house.zone(workspace, zones.get(workspace));
        }
        for (int round = 0; round < 8; round++) {
            apply(random.nextInt(300));
            checkpoint(round);
            if (random.nextInt(3) == 0) {
                String before = house.describe();
                house.restart();
                assertThat(house.describe()).isEqualTo(before);
            }
            compare();
        }
    }

    private void apply(int count) {
        for (int i = 0; i < count; i++) {
            EntryWritten entry = entry();
            house.apply(entry);
            Cell cell = new Cell(
                    entry.workspace(),
                    entry.unit(),
                    Micros.quarterOf(entry.time()),
                    entry.attribution().withSubscriber(""));
            Usage usage = new Usage(new Amount(entry.amountMilli()), entry.isCorrection() ? 0 : 1, entry.measures());
            fresh.merge(cell, usage, Usage::plus);
        }
    }

    private EntryWritten entry() {
        Unit unit = UNITS.get(random.nextInt(2));
        Attribution attribution = new Attribution(
                "ch" + random.nextInt(2),
                "",
                "c" + random.nextInt(3),
                "f" + random.nextInt(2),
                "ü",
                "",
                "m" + random.nextInt(2),
                "main",
                "k" + random.nextInt(2),
                "u" + random.nextInt());
        Measures measures = unit == Unit.AI_TOKEN && random.nextInt(4) > 0
                ? new Measures(1, random.nextInt(3), random.nextLong() >> 20, tokens())
                : Measures.of(random.nextInt(5) - 1);
        long time = Micros.of(START.plusSeconds(random.nextInt(DAYS * DAY)));
        long amount = random.nextInt(10) == 0 ? random.nextLong() >> 16 : random.nextInt(2_000) - 300;
        return CellHouse.entry(WORKSPACES.get(random.nextInt(3)), unit, time, attribution, amount, measures);
    }

    private TokenBuckets tokens() {
        return new TokenBuckets(random.nextInt(900), -random.nextInt(90), 3, random.nextLong() >> 20, 5, 1);
    }

    private void checkpoint(int round) {
        house.freeze();
        frozen = fresh;
        fresh = new HashMap<>();
        apply(random.nextInt(50));
        String before = house.describe();
        compare();
        Instant now = START.plusSeconds((long) (DAYS / 2 + round) * DAY);
        house.store(now);
        if (random.nextInt(4) == 0) {
            house.restart();
            // The checkpoint never was: what was set aside is in memory again.
            frozen.forEach((cell, usage) -> fresh.merge(cell, usage, Usage::plus));
        } else {
            house.install();
            frozen.forEach((cell, usage) -> stored.merge(cell, usage, Usage::plus));
            coarsen((int) (now.getEpochSecond() / DAY) - QUARTER_HOUR_DAYS);
        }
        frozen = new HashMap<>();
        assertThat(house.describe()).isEqualTo(before);
    }

    private void coarsen(int before) {
        Map<Cell, Usage> moved = new HashMap<>();
        stored.forEach(
                (cell, usage) -> moved.merge(cell.quarter / 96 < before ? coarse(cell) : cell, usage, Usage::plus));
        stored.clear();
        stored.putAll(moved);
    }

    private Cell coarse(Cell cell) {
        int quarter = cell.quarter;
        while (quarter % 96 != 0 && localDate(cell, quarter - 1).equals(localDate(cell, cell.quarter))) {
            quarter--;
        }
        return new Cell(cell.workspace, cell.unit, quarter, cell.attribution);
    }

    private LocalDate localDate(Cell cell, int quarter) {
        return LocalDate.ofInstant(Micros.startOfQuarter(quarter), zones.get(cell.workspace));
    }

    private void compare() {
        // Minutes are not kept in cells.
        for (Window window : EnumSet.complementOf(EnumSet.of(Window.MINUTE))) {
            for (ZoneId zone : ZONES) {
                UsageQuery query = query(window, zone);
                assertThat(house.query(query)).as("%s", query).isEqualTo(expected(query));
                compareTotal(query);
            }
        }
        compareTop(query(Window.HOUR, ZONES.getFirst()));
    }

    private void compareTotal(UsageQuery query) {
        UsageQuery all = UsageQuery.total(query.workspace(), query.unit(), query.range(), query.zone());
        long total = expected(all).stream()
                .mapToLong(row -> row.usage().amount().milli())
                .sum();
        assertThat(house.total(all)).isEqualTo(total);
    }

    private void compareTop(UsageQuery query) {
        int count = 1 + random.nextInt(4);
        List<UsageRow> all = new ArrayList<>(expected(query.per(Window.TOTAL)));
        all.sort(Comparator.comparing((UsageRow row) -> row.usage().amount().milli())
                .thenComparing(row -> row.usage().events())
                .reversed());
        List<UsageRow> first = all.subList(0, Math.min(count, all.size()));
        List<UsageRow> rest = all.subList(first.size(), all.size());
        Usage others = rest.stream().map(UsageRow::usage).reduce(Usage.NONE, Usage::plus);

        assertThat(house.rollups().beginTop(query).top(count)).isEqualTo(new TopUsage(first, others, rest.size()));
    }

    private UsageQuery query(Window window, ZoneId zone) {
        long from = random.nextInt(DAYS * 96);
        long to = random.nextBoolean() ? DAYS * 96L : from + random.nextInt((int) (DAYS * 96 - from) + 1);
        TimeRange range = new TimeRange(START.plusSeconds(from * 900), START.plusSeconds(to * 900));
        List<Dimension> groups = List.of(Dimension.values()).subList(0, random.nextInt(Dimension.values().length));
        Map<Dimension, Set<String>> filter =
                random.nextInt(3) == 0 ? Map.of(Dimension.CAMPAIGN, Set.of("c0", "c2")) : Map.of();
        WorkspaceId workspace = WORKSPACES.get(random.nextInt(3));
        return new UsageQuery(workspace, UNITS.get(random.nextInt(2)), range, filter, groups, window, zone, false);
    }

    private List<UsageRow> expected(UsageQuery query) {
        Slices slices = new Slices(query.window(), query.zone(), query.range());
        Map<Instant, TreeMap<String, UsageRow>> rows = new TreeMap<>();
        for (Map<Cell, Usage> cells : List.of(stored, frozen, fresh)) {
            cells.forEach((cell, usage) -> {
                Instant at = Micros.startOfQuarter(cell.quarter);
                if (cell.workspace.equals(query.workspace())
                        && cell.unit == query.unit()
                        && query.range().contains(at)
                        && query.filter().entrySet().stream()
                                .allMatch(only -> only.getValue().contains(cell.attribution.get(only.getKey())))) {
                    TimeRange slice = slices.of(at);
                    List<String> group =
                            query.groupBy().stream().map(cell.attribution::get).toList();
                    rows.computeIfAbsent(slice.from(), any -> new TreeMap<>())
                            .merge(
                                    String.join("\u0000", group),
                                    new UsageRow(slice, group, usage),
                                    (a, b) ->
                                            new UsageRow(slice, group, a.usage().plus(b.usage())));
                }
            });
        }
        return rows.values().stream().flatMap(slice -> slice.values().stream()).toList();
    }

    private record Cell(WorkspaceId workspace, Unit unit, int quarter, Attribution attribution) {}
}
