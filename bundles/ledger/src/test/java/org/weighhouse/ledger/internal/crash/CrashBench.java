package org.weighhouse.ledger.internal.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Kills the ledger's process, or its PostgreSQL server, with SIGKILL at random moments under load, and counts what is
 * lost or counted twice afterwards; fails if anything is. Arguments: the file to write, and {@code --cycles n} (default
 * 200; half on Derby, half on PostgreSQL).
 */
public final class CrashBench {

    private static final int DEFAULT_CYCLES = 200;
    private static final int MAX_LOAD_IN_MS = 1_500;
    private static final int PROGRESS_STEP = 10;

    private CrashBench() {}

    public static void main(String[] arguments) throws Exception {
        Path result = Path.of(arguments[0]);
        int cycles = cycles(arguments);
        Path folder = Files.createTempDirectory("ledger-crash").toAbsolutePath();
        CrashRun run = new CrashRun(folder, MAX_LOAD_IN_MS, done -> tell(done, cycles));
        Map<CrashRun.Victim, Tally> tallies = run.run(cycles);
        report(tallies, result);
        if (!tallies.values().stream().allMatch(Tally::isClean)) {
            throw new IllegalStateException("the ledger does not hold what it promised; it is kept in " + folder);
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static int cycles(String[] arguments) {
        if (arguments.length == 1) {
            return DEFAULT_CYCLES;
        }
        if (arguments.length != 3 || !arguments[1].equals("--cycles")) {
            throw new IllegalArgumentException("usage: <result file> [--cycles n]");
        }
        return Integer.parseInt(arguments[2]);
    }

    private static void tell(int done, int cycles) {
        if (done % PROGRESS_STEP == 0 || done == cycles) {
            System.out.printf("%d of %d cycles%n", done, cycles);
        }
    }

    private static void report(Map<CrashRun.Victim, Tally> tallies, Path result) throws IOException {
        List<String> lines = new ArrayList<>();
        System.out.printf("%n%-26s %-24s %12s %s%n", "killed", "metric", "value", "unit");
        tallies.forEach((victim, tally) -> {
            tally.figures().forEach((metric, value) -> {
                String unit = Tally.unit(metric);
                System.out.printf(Locale.ROOT, "%-26s %-24s %,12d %s%n", victim.title, metric, value, unit);
                lines.add(json(victim.title, metric, value, unit));
            });
            tally.faults().forEach(fault -> System.out.println("  " + fault));
        });
        Files.writeString(result, "[\n" + String.join(",\n", lines) + "\n]\n");
    }

    /** Nothing is compared: each case is its own floor. */
    private static String json(String subject, String metric, long value, String unit) {
        return String.format(
                Locale.ROOT,
                "  {\"case\": \"%s\", \"metric\": \"%s\", \"value\": %d, \"unit\": \"%s\", \"floor\": \"%s\","
                        + " \"ratio\": 1.000}",
                subject,
                metric,
                value,
                unit,
                subject);
    }
}
