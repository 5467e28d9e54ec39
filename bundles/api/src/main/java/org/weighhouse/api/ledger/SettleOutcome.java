package org.weighhouse.api.ledger;

/** What became of a hold that was to be posted or voided. */
public enum SettleOutcome {
    /** Settled now, and durable; what was to be counted is counted. */
    SETTLED,
    /** It was posted before; nothing changed. */
    ALREADY_POSTED,
    /** It was voided before; nothing changed, and nothing was counted by a post. */
    ALREADY_VOIDED,
    /** It had expired. A post was counted all the same, for what was used was used; a void changed nothing. */
    EXPIRED,
    /** The workspace never had such a hold, whether or not another one has; nothing changed. */
    UNKNOWN,
    /** What was to be counted was counted before under the same source and id; nothing changed, the hold is as it was. */
    COUNTED_BEFORE,
    /** The basis of the decision is not the state any more; nothing changed. Only the ledger answers this, to the meter. */
    STALE
}
