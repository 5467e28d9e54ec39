package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.ledger.internal.files.StoredFile;

/**
 * The cells of one day, stored.
 *
 * @param day UTC day, counted from 1970
 * @param coarse whether only the sums of local days are left
 */
public record StoredDay(int day, boolean coarse, StoredFile file) {}
