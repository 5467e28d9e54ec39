package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.ledger.internal.files.MappedFile;

/**
 * The stored cells of one workspace and unit on one day. Not thread-safe.
 *
 * <p>Number of combinations, width of a cell, lengths of the next but one and of the third part; then for each combination
 * its hash, in this order (4 bytes each); its texts; its day's sums; then for each quarter that has cells its number, how many
 * cells it has, how many bytes they take, and the cells: combination and values. All but the hashes are varints.
 */
final class DaySection implements DayCells {

    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final SectionFile day;
    private final MappedFile file;
    private final long from;
    private final long to;
    private final long total;
    private final int combinations;
    private final int width;
    private final long hashes;
    private final long textIds;
    private final long sums;
    private final long quarters;

    /** Texts of the combinations, once one was asked for. */
    private int[] decoded = {};

    DaySection(SectionFile day, SectionFile.Region region) {
        this.day = day;
        this.file = day.bytes();
        this.from = region.from();
        this.to = region.to();
        this.total = region.total();
        SectionCursor cursor = new SectionCursor(file, from);
        this.combinations = cursor.readInt();
        this.width = cursor.readByte();
        long textLength = cursor.readVarint();
        long sumLength = cursor.readVarint();
        this.hashes = cursor.position();
        this.textIds = hashes + (long) combinations * Integer.BYTES;
        this.sums = textIds + textLength;
        this.quarters = sums + sumLength;
    }

    /** Whether its bytes can stand in a file that is written today. */
    boolean isOfToday() {
        return day.dimensions() == DIMENSIONS.length;
    }

    /** The section as it is stored. */
    byte[] bytes() {
        return file.getBytes(from, Math.toIntExact(to - from));
    }

    @Override
    public int combinations() {
        return combinations;
    }

    @Override
    public String text(int combination, Dimension dimension) {
        if (dimension.ordinal() >= day.dimensions()) {
            return "";
        }
        if (decoded.length == 0) {
            decoded = decode();
        }
        return day.text(decoded[combination * day.dimensions() + dimension.ordinal()]);
    }

    @Override
    public int find(Attribution attribution) {
        int hash = Combination.hash(attribution, day.dimensions());
        for (int i = firstOf(hash); i < combinations && hashAt(i) == hash; i++) {
            if (isAt(i, attribution)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void eachSum(CellVisitor visitor) {
        SectionCursor cursor = new SectionCursor(file, sums);
        long[] values = new long[width];
        for (int i = 0; i < combinations; i++) {
            cursor.readSigned(values, width);
            visitor.visit(0, i, values, 0, width);
        }
    }

    @Override
    public void eachCell(int fromQuarter, int toQuarter, CellVisitor visitor) {
        SectionCursor cursor = new SectionCursor(file, quarters);
        long[] values = new long[width];
        while (cursor.position() < to) {
            int quarter = cursor.readByte();
            int cells = cursor.readInt();
            long length = cursor.readVarint();
            if (quarter >= toQuarter) {
                return;
            }
            if (quarter < fromQuarter) {
                cursor.skip(length);
                continue;
            }
            for (int i = 0; i < cells; i++) {
                int combination = cursor.readInt();
                cursor.readSigned(values, width);
                visitor.visit(quarter, combination, values, 0, width);
            }
        }
    }

    @Override
    public long total() {
        return total;
    }

    private int firstOf(int hash) {
        int low = 0;
        int high = combinations;
        while (low < high) {
            int middle = low + high >>> 1;
            if (hashAt(middle) < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int hashAt(int combination) {
        return file.getInt(hashes + (long) combination * Integer.BYTES);
    }

    private boolean isAt(int combination, Attribution attribution) {
        for (Dimension dimension : DIMENSIONS) {
            if (!text(combination, dimension).equals(attribution.get(dimension))) {
                return false;
            }
        }
        return true;
    }

    private int[] decode() {
        SectionCursor cursor = new SectionCursor(file, textIds);
        int[] ids = new int[combinations * day.dimensions()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = cursor.readInt();
        }
        return ids;
    }
}
