package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;
import org.weighhouse.ledger.internal.rollup.CellSettings;

/** Any range to the microsecond, in any zone, window, filter and grouping, is the plain sum over its entries. */
class AnyRangeTest {

    private static final int TRIES = 10_000;
    private static final int POSTINGS = 500;
    private static final int COMBINATIONS = 3;
    private static final int SPAN_IN_S = 5 * 86_400;
    private static final Instant START = Instant.parse("2026-10-23T00:00:00Z");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe");

    private final Random random = new Random(20_261_125);
    private final MemoryLedger ledger = new MemoryLedger(
            Settings.DEFAULT.withCheckpointEvery(150, 1_000).withCells(new CellSettings(COMBINATIONS, 400, 0)));
    private List<Counted> entries = List.of();

    /** An entry, and what the cells count it under. */
    private record Counted(LedgerEntry entry, Attribution as) {

        Usage usage() {
            return new Usage(entry.amount(), entry.corrects().isEmpty() ? 1 : 0, entry.measures());
        }
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < POSTINGS; i++) {
            Posting posting = posting(i);
            ledger.record(i > 20 && random.nextInt(8) == 0 ? posting.correcting("m" + random.nextInt(20)) : posting);
            if (i % 200 == 99) {
                ledger.restart();
            }
        }
        TimeRange all = new TimeRange(START.minusSeconds(1), START.plusSeconds(SPAN_IN_S));
        entries = count(ledger.queries()
                .explain(UsageQuery.total(ACME, CREDIT, all, ZoneOffset.UTC), 0, 1_000)
                .entries());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Posting posting(int number) {
        Attribution attribution = Attribution.NONE
                .with(Dimension.CHANNEL, "ch" + random.nextInt(2))
                .with(Dimension.CAMPAIGN, "c" + random.nextInt(3))
                .with(Dimension.MARKET, random.nextBoolean() ? "DE" : "FR")
                .with(Dimension.KEY, "k" + random.nextInt(2));
        TokenBuckets tokens = new TokenBuckets(random.nextInt(5), 0, 0, 0, random.nextInt(2), 0);
        return Posting.fact(
                "telegram",
                "m" + number,
                instant(),
                CREDIT,
                new Amount(random.nextInt(5_000)),
                new Measures(random.nextInt(3), 0, random.nextInt(2), tokens),
                attribution);
    }

    /** Often at the beginning of a minute or a quarter, or just before it: there it is easiest to be wrong. */
    private Instant instant() {
        Instant any = START.plusMillis(random.nextLong(SPAN_IN_S * 1_000L));
        long seconds = any.getEpochSecond();
        return switch (random.nextInt(6)) {
            case 0 -> Instant.ofEpochSecond(seconds / 900 * 900);
            case 1 -> Instant.ofEpochSecond(seconds / 900 * 900).minusNanos(1_000);
            case 2 -> any.truncatedTo(ChronoUnit.MINUTES);
            case 3 -> any.plusNanos(random.nextInt(1_000) * 1_000L);
            default -> any;
        };
    }

    /** The first combinations of a day are told apart, the next lose what there may be any number of, then all is lost. */
    private static List<Counted> count(List<LedgerEntry> written) {
        Map<LocalDate, Set<Attribution>> known = new HashMap<>();
        List<Counted> counted = new ArrayList<>();
        for (LedgerEntry entry : written) {
            Set<Attribution> ofDay =
                    known.computeIfAbsent(LocalDate.ofInstant(entry.time(), ZoneOffset.UTC), any -> new HashSet<>());
            Attribution as = entry.attribution();
            if (!ofDay.contains(as) && ofDay.size() >= COMBINATIONS) {
                as = other(as, Dimension.CAMPAIGN, Dimension.AUTOMATION_FLOW, Dimension.KEY);
                if (!ofDay.contains(as) && ofDay.size() >= 2 * COMBINATIONS) {
                    as = other(as, Dimension.values());
                }
            }
            ofDay.add(as);
            counted.add(new Counted(entry, as));
        }
        return counted;
    }

    private static Attribution other(Attribution attribution, Dimension... dimensions) {
        Attribution folded = attribution;
        for (Dimension dimension : dimensions) {
            folded = folded.with(dimension, Attribution.OTHER);
        }
        return folded;
    }

    @Test
    void anyQueryIsThePlainSumOverItsEntries() {
        assertThat(entries).anyMatch(counted -> counted.as().market().equals(Attribution.OTHER));
        int rows = 0;
        for (int i = 0; i < TRIES; i++) {
            UsageQuery query = query();
            List<UsageRow> answered = ledger.queries().query(query);
            assertThat(answered).as("%s", query).isEqualTo(expected(query));
            rows += answered.size();
        }
        assertThat(rows).isGreaterThan(TRIES);
    }

    private UsageQuery query() {
        Window window = Window.values()[random.nextInt(Window.values().length)];
        Instant from = instant();
        long longest = window == Window.MINUTE ? 7_200 : 2L * SPAN_IN_S;
        long micros = (long) Math.pow(longest * 1_000_000.0, random.nextDouble());
        Instant to = random.nextInt(4) == 0
                ? from.plusSeconds(900 * (micros / 900_000_000))
                : from.plusNanos(micros * 1_000);
        Map<Dimension, Set<String>> filter =
                switch (random.nextInt(4)) {
                    case 0 -> Map.of(Dimension.CAMPAIGN, Set.of("c0", Attribution.OTHER));
                    case 1 -> Map.of(Dimension.MARKET, Set.of("DE"), Dimension.CHANNEL, Set.of("ch0", "ch1"));
                    default -> Map.of();
                };
        List<Dimension> groups =
                switch (random.nextInt(3)) {
                    case 0 -> List.of();
                    case 1 -> List.of(Dimension.MARKET, Dimension.CAMPAIGN);
                    default -> List.of(Dimension.values());
                };
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        return new UsageQuery(
                ACME, CREDIT, new TimeRange(from, to), filter, groups, window, zone, random.nextBoolean());
    }

    private List<UsageRow> expected(UsageQuery query) {
        List<Counted> wanted = entries.stream()
                .filter(counted -> query.range().contains(counted.entry().time()) && isAllowed(query, counted.as()))
                .toList();
        List<UsageRow> rows = new ArrayList<>();
        for (TimeRange slice : ledger.queries().slices(query.range(), query.window(), query.zone())) {
            TreeMap<String, UsageRow> groups = new TreeMap<>();
            for (Counted counted : wanted) {
                if (slice.contains(counted.entry().time())) {
                    List<String> group =
                            query.groupBy().stream().map(counted.as()::get).toList();
                    groups.merge(
                            String.join("\u0000", group),
                            new UsageRow(slice, group, counted.usage()),
                            (a, b) -> new UsageRow(slice, group, a.usage().plus(b.usage())));
                }
            }
            rows.addAll(groups.values());
            if (groups.isEmpty() && query.withEmpty()) {
                rows.add(new UsageRow(
                        slice, query.groupBy().stream().map(any -> "").toList(), Usage.NONE));
            }
        }
        return rows;
    }

    private static boolean isAllowed(UsageQuery query, Attribution as) {
        return query.filter().entrySet().stream()
                .allMatch(only -> only.getValue().contains(as.get(only.getKey())));
    }
}
