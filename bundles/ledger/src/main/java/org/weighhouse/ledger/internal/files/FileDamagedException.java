package org.weighhouse.ledger.internal.files;

/** A stored file is not as it was written. */
public final class FileDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FileDamagedException(String message) {
        super(message);
    }
}
