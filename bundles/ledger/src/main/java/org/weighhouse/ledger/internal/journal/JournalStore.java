package org.weighhouse.ledger.internal.journal;

import java.util.function.Consumer;

/** Where the journal's rows are kept. One thread appends; any thread reads. */
public interface JournalStore extends AutoCloseable {

    /**
     * Adds a row and makes it durable.
     *
     * @throws JournalException if that failed; the row may be there or not
     */
    void append(JournalRow row);

    /**
     * Reads every row, in order of their number.
     *
     * @throws JournalException if the rows cannot be read
     */
    void readAll(Consumer<JournalRow> each);

    /**
     * Reads the rows that may have entries of a range of time, in order of their number.
     *
     * @param through only rows up to this number
     * @param from first time, in microseconds
     * @param to first time after the range
     * @throws JournalException if the rows cannot be read
     */
    void readEntries(long through, long from, long to, Consumer<JournalRow> each);

    /**
     * The row that has an entry.
     *
     * @param through number of the last row
     * @throws JournalException if there is none, or it cannot be read
     */
    JournalRow rowOfEntry(long entry, long through);

    @Override
    void close();
}
