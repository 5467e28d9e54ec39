package org.weighhouse.api.ledger;

/** The slices of time a query's result is cut into, in the query's zone; weeks begin on Monday. */
public enum Window {
    /** No cut: one slice for the whole range. */
    TOTAL,
    MINUTE,
    QUARTER_HOUR,
    HOUR,
    DAY,
    WEEK,
    MONTH
}
