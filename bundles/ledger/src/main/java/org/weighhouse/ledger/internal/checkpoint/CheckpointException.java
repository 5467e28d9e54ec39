package org.weighhouse.ledger.internal.checkpoint;

/** A checkpoint could not be written or read; the journal is not concerned. */
public final class CheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
