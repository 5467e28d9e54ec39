package org.weighhouse.gateway.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.weighhouse.api.share.SharedPool;

/**
 * Reads a body into memory, never more of it than allowed. Memory is taken from its pool as bytes arrive, not as they
 * are announced: a client that announces much and sends nothing holds nothing.
 *
 * @param maxBytes longest body
 * @param within longest time from the first read to the last
 */
public record BodyReader(int maxBytes, Duration within) {

    private static final int FIRST_BYTES = 8 * 1024;

    public BodyResult read(Content.Source source, SharedPool.Part memory) {
        if (source.getLength() > maxBytes) {
            return tooLarge();
        }
        try {
            return readAll(Content.Source.asInputStream(source), source.getLength(), memory);
        } catch (IOException | HttpException.RuntimeException failed) {
            return isTimeout(failed)
                    ? tooSlow()
                    : new BodyResult.Incomplete(ProblemType.MALFORMED, "The request body could not be read.");
        }
    }

    private BodyResult readAll(InputStream in, long announced, SharedPool.Part memory) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        byte[] buffer = new byte[(int) Math.min(FIRST_BYTES, announced < 0 ? FIRST_BYTES : announced)];
        SharedPool.Answer room = memory.take(Math.max(1, buffer.length));
        if (room != SharedPool.Answer.TAKEN) {
            return noRoom(room);
        }
        int filled = 0;
        while (true) {
            if (filled == buffer.length) {
                int next = in.read();
                if (next < 0) {
                    return complete(buffer, filled);
                }
                if (filled == maxBytes) {
                    return tooLarge();
                }
                int bigger = bigger(filled, announced);
                room = memory.take(bigger - filled);
                if (room != SharedPool.Answer.TAKEN) {
                    return noRoom(room);
                }
                buffer = Arrays.copyOf(buffer, bigger);
                buffer[filled++] = (byte) next;
            } else {
                int count = in.read(buffer, filled, buffer.length - filled);
                if (count < 0) {
                    return complete(buffer, filled);
                }
                filled += count;
            }
            if (System.nanoTime() - deadline > 0) {
                return tooSlow();
            }
        }
    }

    /** Doubles, but goes no further than what was announced or is allowed. */
    private int bigger(int filled, long announced) {
        long most = announced > filled ? announced : maxBytes;
        return (int) Math.min(Math.max(2L * filled, FIRST_BYTES), most);
    }

    private static BodyResult complete(byte[] buffer, int filled) {
        return new BodyResult.Complete(filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled));
    }

    private static boolean isTimeout(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private BodyResult tooLarge() {
        return new BodyResult.Incomplete(
                ProblemType.TOO_LARGE, "The request body is longer than " + maxBytes + " bytes.");
    }

    private BodyResult tooSlow() {
        return new BodyResult.Incomplete(ProblemType.TOO_SLOW, "The request body took too long to arrive.");
    }

    private static BodyResult noRoom(SharedPool.Answer answer) {
        return new BodyResult.NoRoom(answer);
    }
}
