package org.weighhouse.ledger.internal.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;

/** A journal in memory, for tests that restart a thousand times. */
final class MemoryStore implements JournalStore {

    private final List<JournalRow> rows = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void append(JournalRow row) {
        rows.add(row);
    }

    @Override
    public Optional<JournalRow> last() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
    }

    @Override
    public JournalRow row(long seq) {
        return rows.get((int) seq - 1);
    }

    @Override
    public void readRows(long first, long last, Consumer<JournalRow> each) {
        List.copyOf(rows.subList((int) first - 1, (int) Math.min(last, rows.size())))
                .forEach(each);
    }

    @Override
    public void readEntries(long from, long to, long first, Predicate<JournalRow> each) {
        Stream<JournalRow> wanted =
                List.copyOf(rows).stream().filter(row -> row.seq() >= first && row.mayHaveEntriesIn(from, to));
        // Ends with the first row after which no more are wanted.
        wanted.allMatch(each);
    }

    @Override
    public void close() {
        // Stays for the next start.
    }
}
