package org.weighhouse.ledger.internal;

import org.osgi.service.component.annotations.Component;
import org.weighhouse.api.ledger.VerificationReport.Finding;
import org.weighhouse.database.BackupPart;
import org.weighhouse.database.Database;
import org.weighhouse.ledger.internal.journal.JdbcJournalStore;
import org.weighhouse.ledger.internal.verify.JournalReading;

/** Reads the journal in a backup. The checkpoint is not in it, for it is made anew from the journal. */
@Component
public final class LedgerBackup implements BackupPart {

    private static final int FETCH_ROWS = 16;

    @Override
    public String check(Database copy) {
        try (JdbcJournalStore store = new JdbcJournalStore(copy, FETCH_ROWS)) {
            JournalReading read = JournalReading.of(store);
            if (!read.findings().isEmpty()) {
                Finding first = read.findings().getFirst();
                throw new IllegalStateException(
                        "the journal in the copy is damaged: " + first.where() + ": " + first.what());
            }
            return "journal: " + read.rows() + " rows, " + read.entries() + " entries, everything acknowledged until "
                    + read.end().map(Object::toString).orElse("the beginning") + ", hash " + read.hash();
        }
    }
}
