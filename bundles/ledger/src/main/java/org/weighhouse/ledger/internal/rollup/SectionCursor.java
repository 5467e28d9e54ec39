package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.ledger.internal.files.MappedFile;

/** Reads on what {@link SectionBytes} put. Not thread-safe. */
final class SectionCursor {

    private final MappedFile file;
    private long position;

    SectionCursor(MappedFile file, long position) {
        this.file = file;
        this.position = position;
    }

    long position() {
        return position;
    }

    void skip(long bytes) {
        position += bytes;
    }

    int readByte() {
        return file.getByte(position++);
    }

    long readVarint() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = file.getByte(position++);
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next >= 0x80);
        return value;
    }

    int readInt() {
        return Math.toIntExact(readVarint());
    }

    /** Reads values into an array from its beginning. */
    void readSigned(long[] values, int count) {
        for (int i = 0; i < count; i++) {
            long value = readVarint();
            values[i] = value >>> 1 ^ -(value & 1);
        }
    }
}
