package org.weighhouse.ledger.internal.codec;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;

/** The rows read or written last, opened; up to a number of bytes. Thread-safe. */
public final class JournalPages {

    private final JournalStore store;
    private final long maxBytes;
    private final Map<Long, JournalPage> pages = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    public JournalPages(JournalStore store, long maxBytes) {
        this.store = store;
        this.maxBytes = maxBytes;
    }

    /**
     * A row's page, read if it is not here.
     *
     * @throws JournalDamagedException if it is missing or not as it was written
     */
    public JournalPage page(long seq) {
        synchronized (pages) {
            JournalPage known = pages.get(seq);
            if (known != null) {
                return known;
            }
        }
        // Read outside the lock: a slow disk keeps nobody else waiting. Two may read the same row; that does no harm.
        JournalRow row = store.row(seq);
        JournalChain.checkAlone(row);
        return put(row);
    }

    /** Keeps a row that was just written. */
    public JournalPage put(JournalRow row) {
        JournalPage page = JournalPage.open(row);
        synchronized (pages) {
            JournalPage before = pages.put(row.seq(), page);
            bytes += page.bytes() - (before == null ? 0 : before.bytes());
            Iterator<JournalPage> oldest = pages.values().iterator();
            while (bytes > maxBytes && pages.size() > 1) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
        }
        return page;
    }
}
