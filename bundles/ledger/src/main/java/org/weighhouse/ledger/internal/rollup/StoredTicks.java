package org.weighhouse.ledger.internal.rollup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The stored ticks; each file is opened when it is first asked for. Thread-safe; never changed. */
final class StoredTicks {

    static final StoredTicks NONE = new StoredTicks(List.of(), 0);

    private final List<LazyTicks> files;
    private final int from;

    private StoredTicks(List<LazyTicks> files, int from) {
        this.files = files;
        this.from = from;
    }

    static StoredTicks of(Path folder, StoredCells stored) {
        return new StoredTicks(
                stored.ticks().stream().map(file -> new LazyTicks(folder, file)).toList(), stored.ticksFrom());
    }

    /** These files out of {@code stored}; files that are open stay open. */
    StoredTicks replacedBy(Path folder, StoredCells stored) {
        List<LazyTicks> next = new ArrayList<>();
        for (StoredTickFile file : stored.ticks()) {
            next.add(files.stream()
                    .filter(known -> known.stored.equals(file))
                    .findFirst()
                    .orElseGet(() -> new LazyTicks(folder, file)));
        }
        return new StoredTicks(next, stored.ticksFrom());
    }

    List<StoredTickFile> list() {
        return files.stream().map(file -> file.stored).toList();
    }

    TickFile open(StoredTickFile wanted) {
        return files.stream()
                .filter(file -> file.stored.equals(wanted))
                .findFirst()
                .orElseThrow()
                .open();
    }

    /** First day of which there are all ticks; what was written of earlier days is not all. */
    int from() {
        return from;
    }

    /** Shows the ticks of the ends of a range. */
    void each(SectionKey key, Parts parts, BiConsumer<Parts.Span, DayTicks> visitor) {
        for (Parts.Span span : parts.ends()) {
            for (LazyTicks file : files) {
                int first = Math.max(Math.max(span.firstDay(), from), file.stored.firstDay());
                int end = Math.min(span.endDay(), file.stored.lastDay() + 1);
                for (int day = first; day < end; day++) {
                    file.open()
                            .find(new TickFile.Key(key.workspace(), key.unit(), day))
                            .forEach(ticks -> visitor.accept(span, ticks));
                }
            }
        }
    }

    /** The parts of the ends of a range that lie before the days of which there are all ticks. */
    List<Parts.Span> missing(Parts parts) {
        return parts.ends().stream().flatMap(span -> span.before(from).stream()).toList();
    }

    private static final class LazyTicks {

        private final Path folder;
        private final StoredTickFile stored;
        private TickFile file;

        private LazyTicks(Path folder, StoredTickFile stored) {
            this.folder = folder;
            this.stored = stored;
        }

        private synchronized TickFile open() {
            if (file == null) {
                file = TickFile.open(folder, stored.file());
            }
            return file;
        }
    }
}
