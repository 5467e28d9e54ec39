package org.weighhouse.ledger.internal.rollup;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

/** The cells of what came since a checkpoint. Not thread-safe. */
final class Overlay {

    private final CombinationTable table = new CombinationTable();
    private final Map<SectionKey, TreeMap<Integer, MemoryDay>> days = new HashMap<>();

    /** The day's cells in here, begun if there are none. */
    MemoryDay at(SectionKey key, int day, IntSupplier known) {
        return days.computeIfAbsent(key, any -> new TreeMap<>())
                .computeIfAbsent(day, any -> new MemoryDay(table, known.getAsInt()));
    }

    Optional<MemoryDay> find(SectionKey key, int day) {
        return Optional.ofNullable(of(key).get(day));
    }

    /** The days of a workspace and unit. */
    NavigableMap<Integer, MemoryDay> of(SectionKey key) {
        TreeMap<Integer, MemoryDay> found = days.get(key);
        return found == null ? Collections.emptyNavigableMap() : found;
    }

    /** Shows the ticks of the ends of a range. */
    void eachTicks(SectionKey key, Parts parts, int from, BiConsumer<Parts.Span, DayTicks> visitor) {
        for (Parts.Span span : parts.ends()) {
            int first = Math.max(span.firstDay(), from);
            of(key).subMap(first, Math.max(first, span.endDay()))
                    .values()
                    .forEach(ticks -> visitor.accept(span, ticks));
        }
    }

    /** Everything, by day. */
    NavigableMap<Integer, NavigableMap<SectionKey, MemoryDay>> byDay() {
        NavigableMap<Integer, NavigableMap<SectionKey, MemoryDay>> all = new TreeMap<>();
        days.forEach((key, ofKey) -> ofKey.forEach(
                (day, cells) -> all.computeIfAbsent(day, any -> new TreeMap<>()).put(key, cells)));
        return all;
    }
}
