package org.weighhouse.ledger.internal.rollup;

import java.util.Arrays;
import org.weighhouse.api.Dimension;

/**
 * A combination as a section keeps it.
 *
 * @param hash as of {@link Combination#hashCode}
 * @param texts ids of its texts, in the order of the dimensions
 */
record StoredCombination(int hash, int[] texts) {

    private static final Dimension[] DIMENSIONS = Dimension.values();

    static StoredCombination of(DayCells cells, int combination, TextTable table) {
        int hash = 0;
        int[] texts = new int[DIMENSIONS.length];
        for (int i = 0; i < texts.length; i++) {
            String text = cells.text(combination, DIMENSIONS[i]);
            hash = hash * 31 + text.hashCode();
            texts[i] = table.idOf(text);
        }
        return new StoredCombination(hash, texts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredCombination that && Arrays.equals(texts, that.texts);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(texts);
    }
}
