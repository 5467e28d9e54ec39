package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The stored days, each opened when it is first asked for. Thread-safe; never changed. */
final class StoredDays {

    static final StoredDays NONE = new StoredDays(new TreeMap<>());

    private final NavigableMap<Integer, LazyDay> days;

    private StoredDays(NavigableMap<Integer, LazyDay> days) {
        this.days = days;
    }

    static StoredDays of(Path folder, List<StoredDay> stored) {
        NavigableMap<Integer, LazyDay> days = new TreeMap<>();
        stored.forEach(day -> days.put(day.day(), new LazyDay(folder, day)));
        return new StoredDays(days);
    }

    /** These days out of {@code stored}; files that are open stay open. */
    StoredDays replacedBy(Path folder, List<StoredDay> stored) {
        NavigableMap<Integer, LazyDay> next = new TreeMap<>();
        for (StoredDay day : stored) {
            LazyDay same = days.get(day.day());
            next.put(day.day(), same != null && same.stored.equals(day) ? same : new LazyDay(folder, day));
        }
        return new StoredDays(next);
    }

    List<StoredDay> list() {
        return days.values().stream().map(day -> day.stored).toList();
    }

    Optional<DayFile> file(int day) {
        return Optional.ofNullable(days.get(day)).map(LazyDay::open);
    }

    Optional<DaySection> find(SectionKey key, int day) {
        LazyDay found = days.get(day);
        return found == null ? Optional.empty() : found.open().find(key);
    }

    /** Shows a workspace and unit's cells of the days from the first, included, to the last, not included. */
    void each(SectionKey key, int from, int to, BiConsumer<Integer, DayCells> visitor) {
        days.subMap(from, to)
                .forEach((day, file) -> file.open().find(key).ifPresent(section -> visitor.accept(day, section)));
    }

    private static final class LazyDay {

        private final Path folder;
        private final StoredDay stored;
        private DayFile file;

        LazyDay(Path folder, StoredDay stored) {
            this.folder = folder;
            this.stored = stored;
        }

        synchronized DayFile open() {
            if (file == null) {
                file = DayFile.open(folder, stored.file());
            }
            return file;
        }
    }
}
