package org.weighhouse.api.ledger;

/** The ledger cannot write; nothing of the failed call was counted. Completes the futures of {@link Ledger}. */
public final class LedgerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LedgerUnavailableException(String message) {
        super(message);
    }

    public LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
