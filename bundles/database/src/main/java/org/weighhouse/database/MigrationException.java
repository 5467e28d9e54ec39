package org.weighhouse.database;

/** A database that could not be brought up to date; the message says which script and why. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
