package org.weighhouse.api.ledger;

import java.util.List;

/**
 * What a verification read and what it found.
 *
 * @param rows journal rows read
 * @param entries entries in them
 * @param bytes bytes of these rows' bodies
 * @param accounts accounts (a workspace and a unit) whose balance was compared
 * @param daySums sums of an account and a day (UTC) that were compared with the roll-ups
 * @param findings what is wrong, at most {@link #MAX_FINDINGS}; empty when all is well
 */
public record VerificationReport(
        long rows, long entries, long bytes, long accounts, long daySums, List<Finding> findings) {

    /** A damaged journal may be wrong everywhere; this much is told. */
    public static final int MAX_FINDINGS = 100;

    public VerificationReport {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    /**
     * One thing that is wrong.
     *
     * @param where journal row, account, cell or file
     * @param what in words for an operator
     */
    public record Finding(String where, String what) {}
}
