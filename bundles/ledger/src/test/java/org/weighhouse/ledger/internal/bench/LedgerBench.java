package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.database.Databases;
import org.weighhouse.database.OwnedDatabase;

/**
 * Durable, idempotent ingest with roll-ups on Derby: our ledger against plain JDBC with a row an event, in turns on the
 * same disk, medians over the rounds. Both sides must count the same, or there is no result. Arguments: the file to write,
 * events a round (default 100,000), rounds (default 5, after one that warms up).
 */
public final class LedgerBench {

    private static final String METRIC = "ingest";
    private static final String UNIT = "events/s";

    private LedgerBench() {}

    public static void main(String[] arguments) throws Exception {
        Path result = Path.of(arguments[0]);
        int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Path folder = Files.createTempDirectory("ledger-bench");
        try (OwnedDatabase ours = open(folder, "ledger");
                OwnedDatabase floor = open(folder, "rows");
                Side ledger = new LedgerSide(ours, folder.resolve("checkpoints"));
                Side rows = new RowSide(floor)) {
            report(measure(List.of(ledger, rows), events, rounds), rows.name(), result);
        }
    }

    private static OwnedDatabase open(Path folder, String name) {
        return Databases.open("jdbc:derby:" + folder.resolve(name) + ";create=true", folder);
    }

    private static Map<String, Long> measure(List<Side> sides, int events, int rounds) throws Exception {
        Load load = new Load(Instant.now());
        Map<String, List<Long>> rates = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            List<List<Posting>> batches = load.round(round, events);
            for (Side side : sides) {
                long start = System.nanoTime();
                side.take(batches);
                long rate = events * 1_000_000_000L / (System.nanoTime() - start);
                System.out.printf("round %d of %d, %s: %,d %s%n", round, rounds, side.name(), rate, UNIT);
                if (round > 0) {
                    rates.computeIfAbsent(side.name(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
            requireEqualCounts(sides);
        }
        Map<String, Long> medians = new LinkedHashMap<>();
        rates.forEach((name, values) -> medians.put(name, median(values)));
        return medians;
    }

    private static void requireEqualCounts(List<Side> sides) throws Exception {
        long first = sides.getFirst().counted();
        for (Side side : sides) {
            if (side.counted() != first) {
                throw new IllegalStateException(side.name() + " counted " + side.counted() + ", not " + first);
            }
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void report(Map<String, Long> medians, String floor, Path result) throws IOException {
        List<String> lines = new ArrayList<>();
        System.out.printf("%n%-22s %14s %8s%n", "case", UNIT, "ratio");
        medians.forEach((name, rate) -> {
            double ratio = (double) rate / medians.get(floor);
            System.out.printf(Locale.ROOT, "%-22s %,14d %7.1fx%n", name, rate, ratio);
            lines.add(String.format(
                    Locale.ROOT,
                    "  {\"case\": \"%s\", \"metric\": \"%s\", \"value\": %d, \"unit\": \"%s\", \"floor\": \"%s\","
                            + " \"ratio\": %.2f}",
                    name,
                    METRIC,
                    rate,
                    UNIT,
                    floor,
                    ratio));
        });
        Files.writeString(result, "[\n" + String.join(",\n", lines) + "\n]\n");
    }
}
