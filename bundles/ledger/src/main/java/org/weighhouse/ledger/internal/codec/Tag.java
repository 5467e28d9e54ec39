package org.weighhouse.ledger.internal.codec;

/** First byte of a record, and the flags of an entry. Part of the stored form: add, never change. */
final class Tag {

    static final int TERMS = 2;
    static final int GRANT = 3;
    static final int HELD = 4;
    static final int SETTLED = 5;
    static final int AMENDMENT = 6;

    /** The first byte of an entry is this and its unit. */
    static final int ENTRY = 0x40;

    static final int UNIT_MASK = 0x3F;

    /** Flags in the second byte of an entry. */
    static final int WITH_MEASURES = 0x01;

    static final int WITH_CORRECTION = 0x02;
    static final int WITH_SUBSCRIBER = 0x04;
    static final int WITH_REFERENCE = 0x08;
    static final int WITH_OCCURRENCE = 0x10;

    /** Its quantity is one, and nothing else was measured: the usual thing, so that it takes no room. */
    static final int ONE = 0x20;

    /** What changes an amendment makes. */
    static final int KIND = 0x01;

    static final int MARKET = 0x02;
    static final int QUANTITY = 0x04;
    static final int COST = 0x08;

    private Tag() {}
}
