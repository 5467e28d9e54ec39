package org.weighhouse.ledger.internal.journal;

/** The journal could not be written or read. After a failed write nobody knows whether the row is there. */
public class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
