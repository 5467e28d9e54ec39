package org.weighhouse.ledger.internal.rollup;

/** Reads what {@link TickBytes} packed. */
final class TickReader {

    private final byte[] bytes;
    private int at;

    private TickReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /** Shows the ticks of a block that lie between two microseconds. */
    static void read(byte[] bytes, int start, int end, long from, long to, TickVisitor visitor) {
        TickReader reader = new TickReader(bytes, start);
        long[] values = new long[CellTable.WIDE];
        long micros = 0;
        while (reader.at < end) {
            micros += reader.readSigned();
            int combination = (int) reader.readVarint();
            int width = (int) reader.readVarint();
            for (int i = 0; i < width; i++) {
                values[i] = reader.readSigned();
            }
            if (micros >= from && micros < to) {
                visitor.visit(micros, combination, values, width);
            }
        }
    }

    private long readSigned() {
        long value = readVarint();
        return value >>> 1 ^ -(value & 1);
    }

    private long readVarint() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
