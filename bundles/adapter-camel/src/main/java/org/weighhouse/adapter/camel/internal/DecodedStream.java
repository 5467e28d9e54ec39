package org.weighhouse.adapter.camel.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What a compressed body says, read while it comes in: a read gives what can be had of the bytes that are there. Takes the
 * same memory however much comes out. {@link #free} it, for the memory is not the heap's; the body itself stays open.
 */
final class DecodedStream extends InputStream {

    private static final int BUFFER_BYTES = 8 * 1024;
    private static final int ZLIB_METHOD = 8;
    private static final int ZLIB_CHECK = 31;

    private final PushbackInputStream coded;
    private final ContentCoding coding;
    private Optional<InflaterInputStream> opened = Optional.empty();
    private Runnable free = () -> {};

    /** @param coding {@link ContentCoding#GZIP} or {@link ContentCoding#DEFLATE} */
    DecodedStream(InputStream coded, ContentCoding coding) {
        this.coded = new PushbackInputStream(coded, 2);
        this.coding = coding;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws IOException if the bytes are not of the coding, or end in the middle */
    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (opened.isEmpty()) {
            int first = coded.read();
            if (first < 0) {
                return -1;
            }
            opened = Optional.of(coding == ContentCoding.GZIP ? gzip(first) : deflate(first));
        }
        return opened.get().read(buffer, from, length);
    }

    void free() {
        free.run();
    }

    private InflaterInputStream gzip(int first) throws IOException {
        coded.unread(first);
        Gzip gzip = new Gzip(coded);
        free = gzip::free;
        return gzip;
    }

    /** In the zlib format, as the standard has it, or bare, as some servers send it. */
    private InflaterInputStream deflate(int first) throws IOException {
        int second = coded.read();
        boolean zlib = (first & 0xF) == ZLIB_METHOD && (first << 8 | second) % ZLIB_CHECK == 0;
        if (second >= 0) {
            coded.unread(second);
        }
        coded.unread(first);
        Inflater inflater = new Inflater(!zlib);
        free = inflater::end;
        return new InflaterInputStream(coded, inflater, BUFFER_BYTES);
    }

    private static final class Gzip extends GZIPInputStream {
        Gzip(InputStream coded) throws IOException {
            super(coded, BUFFER_BYTES);
        }

        void free() {
            inf.end();
        }
    }
}
