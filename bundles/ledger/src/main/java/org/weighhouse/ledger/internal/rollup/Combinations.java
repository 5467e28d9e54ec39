package org.weighhouse.ledger.internal.rollup;

import org.weighhouse.api.Dimension;

/** Combinations of dimensions by small numbers. */
interface Combinations {

    /** How many there are; they are numbered from 0. */
    int combinations();

    String text(int combination, Dimension dimension);
}
