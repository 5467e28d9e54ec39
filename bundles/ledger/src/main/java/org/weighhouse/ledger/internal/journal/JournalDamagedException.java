package org.weighhouse.ledger.internal.journal;

/** The journal is not as it was written; the message says which row and what is wrong. */
public final class JournalDamagedException extends JournalException {
    private static final long serialVersionUID = 1;

    public JournalDamagedException(String message) {
        super(message);
    }
}
