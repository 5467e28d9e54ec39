package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.ledger.internal.files.StoredFile;

/**
 * A file of ticks.
 *
 * @param firstDay first UTC day in it, counted from 1970
 * @param lastDay last day in it
 */
public record StoredTickFile(int firstDay, int lastDay, StoredFile file) {}
