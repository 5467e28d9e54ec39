package org.weighhouse.api.ledger;

/** What became of a hold that was to be posted or voided. */
public enum SettleOutcome {
    /** Settled now, and durable. */
    SETTLED,
    /** It was posted before; nothing changed. */
    ALREADY_POSTED,
    /** It was voided before; nothing changed, and nothing was counted by a post. */
    ALREADY_VOIDED,
    /** It had expired. A post was counted all the same, for what was used was used; a void changed nothing. */
    EXPIRED,
    /** The workspace never had such a hold, whether or not another one has; nothing changed. */
    UNKNOWN
}
