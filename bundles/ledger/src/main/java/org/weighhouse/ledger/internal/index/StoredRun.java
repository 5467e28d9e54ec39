package org.weighhouse.ledger.internal.index;

import org.weighhouse.ledger.internal.files.StoredFile;

/**
 * What a manifest keeps of a run.
 *
 * @param count of its pairs
 * @param sum of its pairs, see {@link KeyIndex#sum()}
 */
public record StoredRun(StoredFile file, long count, long sum) {}
