package org.weighhouse.api.ledger;

/**
 * Whether the ledger takes entries.
 *
 * @param reason why not, in words for an operator; empty when it does
 */
public record LedgerHealth(boolean writable, String reason) {
    public static final LedgerHealth UP = new LedgerHealth(true, "");
}
