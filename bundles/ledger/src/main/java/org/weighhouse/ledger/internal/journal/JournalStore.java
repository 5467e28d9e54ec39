package org.weighhouse.ledger.internal.journal;

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

    /**
     * Reads rows in order of their number. The consumer is called outside of any transaction.
     *
     * @param after only rows with a higher number
     * @param through only rows up to this number
     * @param wanted asked with each row before its body is read; the body is empty then
     * @throws JournalException if the rows cannot be read
     */
    void read(long after, long through, Predicate<JournalRow> wanted, Consumer<JournalRow> each);

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
