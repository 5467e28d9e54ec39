package org.weighhouse.ledger.internal.codec;

/** First byte of a record, and the flags of an entry. Part of the stored form: add, never change. */
final class Tag {

    static final int ENTRY = 1;
    static final int TERMS = 2;
    static final int GRANT = 3;
    static final int HELD = 4;
    static final int SETTLED = 5;

    /** Flags beside an entry's unit, which takes the lowest four bits. */
    static final int UNIT_MASK = 0x0F;

    static final int WITH_TOKENS = 0x10;
    static final int WITH_AMENDMENT = 0x20;
    static final int WITH_SUBSCRIBER = 0x40;

    private Tag() {}
}
