package org.weighhouse.gateway.internal.http;

/** An exception for the log without its messages: they may quote an address, and a Telegram key is in the address. */
public final class Redacted extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Causes beyond this depth are left out; it also ends a circle of causes. */
    private static final int MAX_DEPTH = 5;

    private Redacted(Throwable original, int depth) {
        super(
                original.getClass().getName(),
                original.getCause() == null || depth == MAX_DEPTH ? null : new Redacted(original.getCause(), depth + 1),
                false,
                true);
        setStackTrace(original.getStackTrace());
    }

    public static Redacted of(Throwable original) {
        return new Redacted(original, 0);
    }
}
