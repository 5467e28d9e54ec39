package org.weighhouse.ledger.internal.codec;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;

/** The rows read or written last; up to a number of bytes, but always the last one. Thread-safe. */
public final class JournalPages {

    private final JournalStore store;
    private final long maxBytes;
    private final Map<Long, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param maxBytes about how much memory may be taken */
    public JournalPages(JournalStore store, long maxBytes) {
        this.store = store;
        this.maxBytes = maxBytes;
    }

    /**
     * A row's page, read if it is not here.
     *
     * @throws JournalDamagedException if it is missing or not as it was written
     * @throws CodecException if it is of another version, or its bytes make no sense
     */
    public JournalPage page(long seq) {
        Kept known;
        synchronized (kept) {
            known = kept.get(seq);
        }
        // Read outside the lock: a slow disk keeps nobody else waiting. Two may read the same row; that does no harm.
        return known == null ? read(seq).page() : known.page();
    }

    private Kept read(long seq) {
        JournalRow row = store.row(seq);
        JournalChain.checkAlone(row);
        return keep(row);
    }

    /** Keeps a row that was just written. */
    public void put(JournalRow row) {
        keep(row);
    }

    private Kept keep(JournalRow row) {
        Kept added = new Kept(row);
        synchronized (kept) {
            Kept before = kept.put(row.seq(), added);
            bytes += added.bytes() - (before == null ? 0 : before.bytes());
            Iterator<Kept> oldest = kept.values().iterator();
            while (bytes > maxBytes && kept.size() > 1) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
        }
        return added;
    }

    /** Most rows are never asked for, so that they are opened only then: the writer has no time for it. */
    private static final class Kept {

        private final JournalRow row;
        private volatile JournalPage page;

        Kept(JournalRow row) {
            this.row = row;
        }

        /** Two threads may open it twice; their pages are the same. */
        JournalPage page() {
            JournalPage opened = page;
            if (opened == null) {
                opened = JournalPage.open(row);
                page = opened;
            }
            return opened;
        }

        long bytes() {
            return JournalPage.bytesOf(row);
        }
    }
}
