package org.weighhouse.ledger.internal.record;

import org.weighhouse.api.Measures;

/**
 * What makes an entry a correction.
 *
 * @param corrects the id that the correction named; empty in an ordinary entry
 * @param original location of the entry that was first written for the fact
 * @param last whether this is the correction's last entry; one that moves usage to another attribution has two
 * @param contentHash fingerprint of the correction as it was posted
 * @param statedMilli what the fact now costs in all
 * @param statedMeasures how much the fact is in all
 */
public record Correction(
        String corrects, long original, boolean last, long contentHash, long statedMilli, Measures statedMeasures) {

    /** An ordinary entry's. */
    public static final Correction NONE = new Correction("", 0, true, 0, 0, Measures.NONE);

    public boolean isCorrection() {
        return !corrects.isEmpty();
    }
}
