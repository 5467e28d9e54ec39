package org.weighhouse.ledger.internal.codec;

/** Numbers the texts of a row. */
final class TextNumbers extends Numbering<String> {

    @Override
    int hash(String text) {
        return text.hashCode();
    }

    @Override
    boolean isSame(String one, String other) {
        return one.equals(other);
    }
}
