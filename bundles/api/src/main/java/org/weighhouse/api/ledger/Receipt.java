package org.weighhouse.api.ledger;

/**
 * What became of one posting.
 *
 * @param sequence the ledger's number of the entry, the earlier entry's for a duplicate or conflict; 0 if none
 */
public record Receipt(Status status, long sequence) {

    public enum Status {
        /** Counted now, and durable. */
        RECORDED,
        /** Counted before with the same content; nothing changed. */
        DUPLICATE,
        /** Counted before with other content; nothing changed. */
        CONFLICT,
        /** It corrects a posting the ledger does not know; nothing changed. */
        UNKNOWN_ORIGINAL
    }
}
