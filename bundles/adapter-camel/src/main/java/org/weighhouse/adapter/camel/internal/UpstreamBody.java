package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hc.core5.http.io.EofSensorInputStream;

/**
 * A reply's bytes and the connection they come from.
 *
 * @param source what can be broken off
 * @param done gives the connection back; reads what is left of the reply first
 */
record UpstreamBody(InputStream in, InputStream source, Runnable done) {

    UpstreamBody(InputStream in, Runnable done) {
        this(in, in, done);
    }

    /** The same reply read through another stream. */
    UpstreamBody with(InputStream other) {
        return new UpstreamBody(other, source, done);
    }

    /** The same reply as it was before it was compressed. Its connection is not used again: more may follow the end. */
    UpstreamBody decoded(ContentCoding coding) {
        DecodedStream decoded = new DecodedStream(in, coding);
        return new UpstreamBody(decoded, source, () -> {
            try {
                breakOff();
            } finally {
                decoded.free();
                done.run();
            }
        });
    }

    /** Gives the connection back for the next call. */
    void close() {
        done.run();
    }

    /** Closes the connection, whatever is still to come. */
    void abort() {
        breakOff();
        done.run();
    }

    private void breakOff() {
        if (source instanceof EofSensorInputStream open) {
            try {
                open.abort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
