package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.weighhouse.api.ledger.VerificationProgress;

/**
 * Says now and then how far a verification is. On a terminal it is one line that changes; elsewhere a line from time to
 * time, so that a log stays short. Used by one thread.
 */
final class ProgressLine implements Consumer<VerificationProgress>, AutoCloseable {

    /** Shortest time between two changes of the line on a terminal. */
    static final Duration ON_TERMINAL = Duration.ofMillis(200);

    /** Shortest time between two lines where there is no terminal. */
    static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private static final int PERCENT = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final long spacing;
    private final LongSupplier nanos;
    private long last;
    private int width;

    /**
     * @param out beside the command's result, so that a pipe does not get it
     * @param terminal whether {@code out} is one, where a line can be written over
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    ProgressLine(PrintStream out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.spacing = (terminal ? ON_TERMINAL : ELSEWHERE).toNanos();
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    @Override
    public void accept(VerificationProgress progress) {
        long now = nanos.getAsLong();
        if (now - last < spacing) {
            return;
        }
        last = now;
        String text = text(progress);
        if (terminal) {
            over(text);
        } else {
            out.println(text);
        }
    }

    /** Takes the line away from a terminal. */
    @Override
    public void close() {
        if (width > 0) {
            over("");
            out.print('\r');
            out.flush();
        }
    }

    private static String text(VerificationProgress progress) {
        long percent = progress.rowsInAll() == 0 ? PERCENT : PERCENT * progress.rowsRead() / progress.rowsInAll();
        return "Reading the journal: " + Shown.count(progress.rowsRead()) + " of " + Shown.count(progress.rowsInAll())
                + " rows, " + percent + " %";
    }

    private void over(String text) {
        out.print('\r' + text + " ".repeat(Math.max(0, width - text.length())));
        out.flush();
        width = text.length();
    }
}
