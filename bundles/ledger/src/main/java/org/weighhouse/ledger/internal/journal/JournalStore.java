package org.weighhouse.ledger.internal.journal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where the journal's rows are kept. One thread appends; any thread reads. */
public interface JournalStore extends AutoCloseable {

    /**
     * Adds a row and makes it durable.
     *
     * @throws JournalException if that failed; the row may be there or not
     */
    void append(JournalRow row);

    /** The last row; empty if there is none. */
    Optional<JournalRow> last();

    /**
     * One row.
     *
     * @throws JournalDamagedException if it is missing
     * @throws JournalException if it cannot be read
     */
    JournalRow row(long seq);

    /**
     * Reads rows in order of their number.
     *
     * @param first number of the first row
     * @param last number of the last row
     * @throws JournalException if the rows cannot be read
     */
    void readRows(long first, long last, Consumer<JournalRow> each);

    /**
     * Reads the rows that may have entries of a range of time, in order of their number, for as long as they are wanted.
     *
     * @param from first time, in microseconds
     * @param to first time after the range
     * @param first number of the first row that is looked at
     * @param each takes a row, and says whether it wants another
     * @throws JournalDamagedException if one of them is not as it was written
     * @throws JournalException if the rows cannot be read
     */
    void readEntries(long from, long to, long first, Predicate<JournalRow> each);

    @Override
    void close();
}
