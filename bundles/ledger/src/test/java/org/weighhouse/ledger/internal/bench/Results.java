package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a benchmark measured: a value for every case, metric and round. The median of the rounds is what counts, and a
 * case is held against a floor by the ratio of the medians. Not thread-safe.
 */
public final class Results {

    private record Key(String subject, String metric) {}

    private record Comparison(String metric, String floor) {}

    private record Line(String subject, String metric, double value, String unit, String floor, double ratio) {

        String json() {
            return String.format(
                    Locale.ROOT,
                    "  {\"case\": \"%s\", \"metric\": \"%s\", \"value\": %s, \"unit\": \"%s\", \"floor\": \"%s\","
                            + " \"ratio\": %.3f}",
                    subject,
                    metric,
                    plain(value),
                    unit,
                    floor,
                    ratio);
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.3f", value);
        }
    }

    private final Map<Key, List<Double>> rounds = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    /** Takes in one round's value; a metric has one unit. */
    public void add(String subject, String metric, String unit, double value) {
        rounds.computeIfAbsent(new Key(subject, metric), key -> new ArrayList<>())
                .add(value);
        units.put(metric, unit);
    }

    /** Holds every case that has the metric against the given cases; those that have no such value are left out. */
    public void compare(String metric, String... floors) {
        for (String floor : floors) {
            comparisons.add(new Comparison(metric, floor));
        }
    }

    /** Whether there is a value at all. */
    public boolean has(String subject, String metric) {
        return rounds.containsKey(new Key(subject, metric));
    }

    /**
     * The median of the rounds; of an even number the higher of the two in the middle.
     *
     * @throws IllegalArgumentException if nothing was measured
     */
    public double median(String subject, String metric) {
        List<Double> values = rounds.get(new Key(subject, metric));
        if (values == null) {
            throw new IllegalArgumentException("there is no " + metric + " of " + subject);
        }
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** What 95 of 100 times do not exceed, in milliseconds; sorts the times. */
    static double p95InMillis(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length * 95 / 100] / 1e6;
    }

    /** Gives the case with the highest median of a metric a second name, under which all that it measured is found too. */
    public void nameBest(String metric, Predicate<String> among, String name) {
        String best = rounds.keySet().stream()
                .filter(key -> key.metric().equals(metric) && among.test(key.subject()))
                .map(Key::subject)
                .reduce((a, b) -> median(a, metric) >= median(b, metric) ? a : b)
                .orElseThrow(() -> new IllegalArgumentException("no case has " + metric));
        Map<Key, List<Double>> again = rounds.entrySet().stream()
                .filter(entry -> entry.getKey().subject().equals(best))
                .collect(Collectors.toMap(
                        entry -> new Key(name, entry.getKey().metric()),
                        Map.Entry::getValue,
                        (a, b) -> a,
                        LinkedHashMap::new));
        rounds.putAll(again);
    }

    /** Prints a table and writes the same as a JSON array: a line for every case, metric and floor. */
    public void report(Path file) throws IOException {
        List<List<Line>> table = lines();
        System.out.printf("%n%-34s %-26s %14s %-9s  %s%n", "case", "metric", "median", "unit", "ratio to");
        table.forEach(lines -> System.out.println(row(lines)));
        String json =
                table.stream().flatMap(List::stream).map(Line::json).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        Files.writeString(file, json);
    }

    private static String row(List<Line> lines) {
        Line first = lines.getFirst();
        String ratios = lines.stream()
                .filter(line -> !line.floor().equals(first.subject()))
                .map(line -> String.format(Locale.ROOT, "%s %.2fx", line.floor(), line.ratio()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%-34s %-26s %,14.1f %-9s  %s",
                first.subject(),
                first.metric(),
                first.value(),
                first.unit(),
                ratios);
    }

    /** The lines of each case and metric, one a floor. */
    private List<List<Line>> lines() {
        return units.keySet().stream()
                .flatMap(metric ->
                        rounds.keySet().stream().filter(key -> key.metric().equals(metric)))
                .map(key ->
                        floorsOf(key).stream().map(floor -> line(key, floor)).toList())
                .toList();
    }

    /** A floor, like a case that can be held against nothing, is its own floor. */
    private List<String> floorsOf(Key key) {
        List<String> floors = comparisons.stream()
                .filter(comparison -> comparison.metric().equals(key.metric()))
                .map(Comparison::floor)
                .filter(floor -> has(floor, key.metric()))
                .toList();
        boolean isFloor = floors.stream().anyMatch(floor -> key.subject().startsWith(floor));
        return isFloor || floors.isEmpty() ? List.of(key.subject()) : floors;
    }

    private Line line(Key key, String floor) {
        double value = median(key.subject(), key.metric());
        double base = median(floor, key.metric());
        double ratio = base == 0 ? 0 : value / base;
        return new Line(key.subject(), key.metric(), value, units.get(key.metric()), floor, ratio);
    }
}
