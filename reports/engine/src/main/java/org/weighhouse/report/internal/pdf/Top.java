package org.weighhouse.report.internal.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Cuts sums to so many rows without losing anything: what does not fit is summed up in a row of its own. */
final class Top {

    private Top() {}

    /**
     * @param key what is summed; empty for "not said" and for a row that sums up others
     * @param others how many things this row sums up; 0 for an ordinary row
     */
    record Row<V>(String key, V value, int others) {

        String name(String notSaid, String restOf) {
            if (others > 0) {
                return Figures.grouped(java.math.BigDecimal.valueOf(others)) + " other " + restOf;
            }
            return key.isEmpty() ? notSaid : key;
        }
    }

    /** Largest first; then, if needed, the rest; "not said" last. */
    static <V> List<Row<V>> of(Map<String, V> sums, Comparator<V> size, BinaryOperator<V> plus, int max) {
        List<Row<V>> named = sums.entrySet().stream()
                .filter(sum -> !sum.getKey().isEmpty())
                .map(sum -> new Row<>(sum.getKey(), sum.getValue(), 0))
                .sorted(Comparator.<Row<V>, V>comparing(Row::value, size.reversed())
                        .thenComparing(Row::key))
                .toList();
        List<Row<V>> rows = new ArrayList<>(named.subList(0, Math.min(max, named.size())));
        List<Row<V>> rest = named.subList(rows.size(), named.size());
        rest.stream().map(Row::value).reduce(plus).ifPresent(sum -> rows.add(new Row<>("", sum, rest.size())));
        if (sums.containsKey("")) {
            rows.add(new Row<>("", sums.get(""), 0));
        }
        return rows;
    }
}
