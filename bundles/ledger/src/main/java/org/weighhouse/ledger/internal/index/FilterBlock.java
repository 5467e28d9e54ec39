package org.weighhouse.ledger.internal.index;

import java.util.Arrays;
import org.weighhouse.ledger.internal.files.MappedFile;
import org.weighhouse.ledger.internal.files.StoredFileWriter;

/**
 * A block of a run's filter: one cache line that says of most keys that the run does not have them, and of the others
 * where they would be. It is the index of the block's first pair and a Bloom filter of seven words, in each of which a
 * key sets one bit.
 *
 * <p>Blocks are in the order of the keys and each stands for an equal part of all possible keys, so a run is written
 * from sorted pairs without ever having more than one block in memory. A block has {@value #PAIRS} pairs in the mean,
 * for which a key that is not there passes with a probability of the mean of (1 - (63/64)^n)^7, n being Poisson
 * distributed with that mean: 0.21 %.
 */
final class FilterBlock {

    static final int BYTES = 64;

    /** Pairs of a block in the mean; the filter takes 2 bytes a pair. */
    static final int PAIRS = 32;

    private static final int WORDS = 7;
    private static final int WORD_BITS = 6;

    private final long[] words = new long[WORDS];

    /** How many blocks a run of so many pairs has; at least one. */
    static long blocks(long pairs) {
        return Math.max(1, (pairs + PAIRS - 1) / PAIRS);
    }

    /** The block of a key, from 0 to {@code blocks - 1}; a larger (unsigned) key never has a smaller one. */
    static long blockOf(long key, long blocks) {
        return Math.unsignedMultiplyHigh(key, blocks);
    }

    void add(long key) {
        long bits = bits(key);
        for (int word = 0; word < WORDS; word++) {
            words[word] |= bit(bits, word);
        }
    }

    /** Writes the block and empties it. */
    void writeTo(StoredFileWriter writer, long firstPair) {
        writer.putLong(firstPair);
        for (long word : words) {
            writer.putLong(word);
        }
        Arrays.fill(words, 0);
    }

    /** Whether the block at a position may have the key: never a wrong no. */
    static boolean mayHave(MappedFile file, long position, long key) {
        long bits = bits(key);
        for (int word = 0; word < WORDS; word++) {
            if ((file.getLong(position + (1 + word) * Long.BYTES) & bit(bits, word)) == 0) {
                return false;
            }
        }
        return true;
    }

    static long firstPair(MappedFile file, long position) {
        return file.getLong(position);
    }

    /** The keys of one block share their highest bits; the product's highest bits depend on all the others. */
    private static long bits(long key) {
        return key * 0x9E3779B97F4A7C15L >>> Long.SIZE - WORDS * WORD_BITS;
    }

    private static long bit(long bits, int word) {
        // Of the distance of a shift only the lowest six bits count.
        return 1L << (bits >>> word * WORD_BITS);
    }
}
