package org.weighhouse.api.ledger;

/** What became of an amendment. */
public enum AmendOutcome {
    /** Written down, and what it is about is restated; durable. */
    APPLIED,
    /** Written down, and durable; what it is about was not counted yet, and will be restated when it is. */
    KEPT,
    /** The same was said before; nothing changed. */
    DUPLICATE,
    /** Something else was said before under the same id; nothing changed. */
    CONFLICT,
    /** There are {@link Dossier#MAX_AMENDMENTS} of this reference already; nothing changed. */
    TOO_MANY,
    /** The basis of the decision is not the state any more; nothing changed. Only the ledger answers this, to the meter. */
    STALE
}
