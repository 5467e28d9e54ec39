package org.weighhouse.ledger.internal.codec;

/** Bytes that are no records of a version this code knows. */
public final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CodecException(String message) {
        super(message);
    }
}
