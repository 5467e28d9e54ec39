package org.weighhouse.api.ledger;

/** What became of a hold that was to be posted or voided. */
public enum SettleOutcome {
    /** Settled now, and durable. */
    SETTLED,
    /** It was settled before; nothing changed. */
    ALREADY_SETTLED,
    /** It had expired. A post was counted all the same, for what was used was used; a void changed nothing. */
    EXPIRED,
    /** There never was such a hold; nothing changed. */
    UNKNOWN
}
