package org.weighhouse.api.ledger;

/**
 * What became of one posting.
 *
 * @param sequence the entry's number within its workspace, the earlier entry's for a duplicate or conflict; 0 if none
 */
public record Receipt(Status status, long sequence) {

    /** In the order of severity. */
    public enum Status {
        /** Counted now, and durable. */
        RECORDED,
        /** Counted before with the same content; nothing changed. */
        DUPLICATE,
        /**
         * Counted before for another time, but otherwise with the same content; the amount may differ as prices did
         * meanwhile. Nothing changed. Who reported no time of its own takes it as a duplicate, everybody else as a
         * conflict.
         */
        DUPLICATE_OTHER_TIME,
        /** Counted before with other content; nothing changed. */
        CONFLICT,
        /** It corrects a posting the ledger does not know; nothing changed. */
        UNKNOWN_ORIGINAL
    }
}
