package org.weighhouse.ledger.internal.verify;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighhouse.api.ledger.VerificationProgress;
import org.weighhouse.ledger.internal.book.Book;
import org.weighhouse.ledger.internal.codec.CodecException;
import org.weighhouse.ledger.internal.codec.JournalPage;
import org.weighhouse.ledger.internal.index.Runs;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.journal.Location;
import org.weighhouse.ledger.internal.memory.Keys;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.JournalRecord;

/**
 * One way through the journal: checks each row, and adds up what the rows say. After a damaged row it goes on with the
 * next, so that all damage is told at once. Not thread-safe.
 */
final class JournalWalk {

    private static final int ROWS_BETWEEN_PROGRESS = 64;

    private final Findings findings;
    private final Optional<Runs> index;
    private final Consumer<VerificationProgress> progress;
    private final long through;
    private final Book book = new Book();
    private final DaySums sums = new DaySums();
    private JournalChain chain = new JournalChain();
    private long rows;
    private long entries;
    private long bytes;

    /**
     * Begins before the first row.
     *
     * @param through number of the last row
     * @param index where every entry must be found; empty if it is damaged
     */
    JournalWalk(long through, Optional<Runs> index, Findings findings, Consumer<VerificationProgress> progress) {
        this.through = through;
        this.index = index;
        this.findings = findings;
        this.progress = progress;
    }

    void read(JournalStore store) {
        store.readRows(1, through, this::read);
        if (chain.lastSeq() != through) {
            findings.add("journal row " + (chain.lastSeq() + 1), "it is missing, and so are all up to row " + through);
        }
        progress.accept(new VerificationProgress(rows, through));
    }

    private void read(JournalRow row) {
        rows++;
        entries += row.entryCount();
        bytes += row.body().length;
        try {
            chain.check(row);
            apply(JournalPage.open(row));
        } catch (JournalDamagedException | CodecException e) {
            findings.add("journal row " + row.seq(), e.getMessage());
            chain = new JournalChain(row.seq(), row.firstEntry() + row.entryCount(), row.hash());
        }
        if (rows % ROWS_BETWEEN_PROGRESS == 0) {
            progress.accept(new VerificationProgress(rows, through));
        }
    }

    private void apply(JournalPage page) {
        int[] count = {0};
        page.forEach(record -> {
            if (record instanceof EntryWritten entry) {
                sums.add(entry);
                requireIndexed(entry, Location.of(page.seq(), count[0]++));
            } else if (record instanceof AmendmentSaid said) {
                requireIndexed(said, Location.of(page.seq(), count[0]++));
            } else if (record instanceof HoldSettled settled) {
                requireIndexed(Keys.of(settled.name()), page.seq(), "the end of hold " + settled.id());
            }
            applyToBook(record);
        });
        if (count[0] != page.entryCount()) {
            findings.add("journal row " + page.seq(), "it has " + count[0] + " entries, not " + page.entryCount());
        }
    }

    /** A book made of a damaged journal may contradict itself; the damage is told already. */
    private void applyToBook(JournalRecord record) {
        if (findings.isEmpty()) {
            book.apply(record);
        }
    }

    private void requireIndexed(EntryWritten entry, long location) {
        String what = "entry " + entry.sequence();
        if (entry.hasReference()) {
            requireIndexed(Keys.ofReference(entry.name(), entry.occurrence()), location, "the reference of " + what);
        }
        if (!entry.correction().last()) {
            return;
        }
        requireIndexed(Keys.of(entry), location, what);
        if (entry.isCorrection()) {
            requireIndexed(Keys.ofCorrections(entry.correction().original()), location, what);
        }
    }

    private void requireIndexed(AmendmentSaid said, long location) {
        String what = "amendment " + said.sequence();
        requireIndexed(Keys.ofAmendment(said.name(), said.amendment().id()), location, what);
        requireIndexed(Keys.ofAmendments(said.name(), said.number()), location, what);
    }

    private void requireIndexed(long key, long value, String what) {
        boolean found =
                index.isEmpty() || Arrays.stream(index.get().candidates(key)).anyMatch(candidate -> candidate == value);
        if (!found) {
            findings.add("index", what + " is not in it and could be counted twice");
        }
    }

    byte[] lastHash() {
        return chain.lastHash();
    }

    Book book() {
        return book;
    }

    DaySums sums() {
        return sums;
    }

    long rows() {
        return rows;
    }

    long entries() {
        return entries;
    }

    long bytes() {
        return bytes;
    }
}
