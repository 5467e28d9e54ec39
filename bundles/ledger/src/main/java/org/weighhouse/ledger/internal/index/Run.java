package org.weighhouse.ledger.internal.index;

import java.nio.file.Path;
import org.weighhouse.ledger.internal.files.FileDamagedException;
import org.weighhouse.ledger.internal.files.MappedFile;

/**
 * A file of sorted pairs with a filter before them: a header of 64 bytes (magic, version, number of pairs, zeros), the
 * {@link FilterBlock}s, then 16 bytes a pair. Everything is read through the mapping. Thread-safe.
 */
final class Run implements SortedPairs {

    static final int MAGIC = 0x57484958;
    static final int VERSION = 1;
    static final int HEADER_BYTES = 64;
    static final int PAIR_BYTES = 2 * Long.BYTES;

    private static final int COUNT_AT = 2 * Integer.BYTES;

    private final MappedFile file;
    private final StoredRun stored;
    private final long blocks;
    private final long pairsAt;

    private Run(MappedFile file, StoredRun stored) {
        this.file = file;
        this.stored = stored;
        this.blocks = FilterBlock.blocks(stored.count());
        this.pairsAt = HEADER_BYTES + blocks * FilterBlock.BYTES;
    }

    /**
     * Opens a run. Looks at its length and header only: whether every byte is as it was written, says
     * {@link MappedFile#isIntact()}.
     *
     * @throws FileDamagedException if the file is not such a run
     */
    static Run open(Path folder, StoredRun stored) {
        Run run = new Run(MappedFile.open(folder, stored.file()), stored);
        if (!run.hasExpectedShape()) {
            throw new FileDamagedException(
                    stored.file().name() + " is not a run of " + stored.count() + " pairs in version " + VERSION);
        }
        return run;
    }

    StoredRun stored() {
        return stored;
    }

    @Override
    public long count() {
        return stored.count();
    }

    @Override
    public long key(long index) {
        return file.getLong(pairsAt + index * PAIR_BYTES);
    }

    @Override
    public long value(long index) {
        return file.getLong(pairsAt + index * PAIR_BYTES + Long.BYTES);
    }

    void collect(long key, Candidates into) {
        long block = FilterBlock.blockOf(key, blocks);
        if (!mayHave(key, block)) {
            return;
        }
        long end = endOf(block);
        for (long at = firstNotBelow(key, startOf(block), end); at < end && key(at) == key; at++) {
            into.add(value(at));
        }
    }

    /** Whether the filter lets the key pass. */
    boolean mayHave(long key) {
        return mayHave(key, FilterBlock.blockOf(key, blocks));
    }

    private boolean mayHave(long key, long block) {
        return FilterBlock.mayHave(file, positionOf(block), key);
    }

    /** Halves the block's pairs, some 500 bytes, until one is left; right for whatever keys, if not as fast. */
    private long firstNotBelow(long key, long from, long to) {
        long low = from;
        long high = to;
        while (low < high) {
            long middle = low + high >>> 1;
            if (Long.compareUnsigned(key(middle), key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long startOf(long block) {
        long start = FilterBlock.firstPair(file, positionOf(block));
        if (start < 0 || start > count()) {
            throw new FileDamagedException(file.file().name() + " is damaged in filter block " + block);
        }
        return start;
    }

    private long endOf(long block) {
        return block + 1 == blocks ? count() : startOf(block + 1);
    }

    private static long positionOf(long block) {
        return HEADER_BYTES + block * FilterBlock.BYTES;
    }

    private boolean hasExpectedShape() {
        return file.length() == pairsAt + count() * PAIR_BYTES
                && file.getInt(0) == MAGIC
                && file.getInt(Integer.BYTES) == VERSION
                && file.getLong(COUNT_AT) == count();
    }
}
