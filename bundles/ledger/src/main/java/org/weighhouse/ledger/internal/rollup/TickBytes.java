package org.weighhouse.ledger.internal.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ticks in the order they came, packed in blocks that say from when to when they reach, so that most are passed by. A tick
 * is the time since the one before, the combination, and the values. Not thread-safe.
 */
final class TickBytes {

    /** Ticks in a block. */
    static final int BLOCK = 256;

    private static final int MOST_BYTES = 10 * (3 + CellTable.WIDE);

    private byte[] bytes = new byte[64];
    private int size;
    private int count;
    private long lastMicros;
    private final List<Block> blocks = new ArrayList<>(1);

    /** A block in the making, or done. */
    private static final class Block {
        private final int start;
        private long first;
        private long last;

        private Block(int start, long micros) {
            this.start = start;
            this.first = micros;
            this.last = micros;
        }
    }

    void add(long micros, int combination, long[] values) {
        room();
        if (count++ % BLOCK == 0) {
            blocks.add(new Block(size, micros));
            lastMicros = 0;
        }
        Block block = blocks.getLast();
        block.first = Math.min(block.first, micros);
        block.last = Math.max(block.last, micros);
        putSigned(micros - lastMicros);
        lastMicros = micros;
        putVarint(combination);
        putVarint(values.length);
        for (long value : values) {
            putSigned(value);
        }
    }

    void each(long from, long to, TickVisitor visitor) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.first < to && block.last >= from) {
                TickReader.read(bytes, block.start, endOf(i), from, to, visitor);
            }
        }
    }

    private int endOf(int block) {
        return block + 1 < blocks.size() ? blocks.get(block + 1).start : size;
    }

    /** How many blocks, for each its length and reach, and their bytes. */
    void putInto(SectionBytes into) {
        into.putVarint(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            into.putVarint(endOf(i) - block.start);
            into.putVarint(block.first);
            into.putVarint(block.last - block.first);
        }
        into.putBytes(bytes, size);
    }

    private void putSigned(long value) {
        putVarint(value << 1 ^ value >> 63);
    }

    private void putVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void room() {
        if (bytes.length - size < MOST_BYTES) {
            bytes = Arrays.copyOf(bytes, Math.max(size + MOST_BYTES, bytes.length + bytes.length / 2));
        }
    }
}
