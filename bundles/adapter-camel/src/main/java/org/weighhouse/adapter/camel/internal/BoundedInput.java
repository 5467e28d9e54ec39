package org.weighhouse.adapter.camel.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * A stream that may go on for so many bytes and so long. The other side's silence is bounded by the socket; this bounds one
 * that drips. The time begins with the first bytes.
 */
final class BoundedInput extends FilterInputStream {

    private final Duration time;
    private long bytesLeft;
    private long begun;
    private boolean running;

    BoundedInput(InputStream in, long bytes, Duration time) {
        super(in);
        this.bytesLeft = bytes;
        this.time = time;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        passed(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        passed(Math.max(0, read));
        return read;
    }

    private void passed(int bytes) throws IOException {
        long now = System.nanoTime();
        if (!running) {
            running = true;
            begun = now;
        }
        if (now - begun > time.toNanos()) {
            throw new SocketTimeoutException("it goes on for longer than " + time);
        }
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw new MessageConstraintException("it is longer than allowed");
        }
    }
}
