package org.weighhouse.ledger.internal.codec;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteSink} wrote. */
final class ByteSource {

    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return at;
    }

    /** Goes on reading elsewhere. */
    void moveTo(int position) {
        if (position < 0 || position > bytes.length) {
            throw new CodecException("a position is out of range");
        }
        at = position;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    int readByte() {
        if (at >= bytes.length) {
            throw new CodecException("a record ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    long readVarint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new CodecException("a number is too long");
    }

    int readCount() {
        long value = readVarint();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new CodecException("a count is out of range");
        }
        return (int) value;
    }

    long readSigned() {
        long value = readVarint();
        return value >>> 1 ^ -(value & 1);
    }

    long readFixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | readByte();
        }
        return value;
    }

    String readText() {
        int length = readCount();
        if (length > bytes.length - at) {
            throw new CodecException("a text ends too early");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
