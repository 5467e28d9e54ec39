package org.weighhouse.ledger.internal.book;

import java.util.Comparator;
import org.weighhouse.ledger.internal.record.GrantGiven;

/** A grant and what was burned of it. */
final class GrantState {

    /** The order in which grants burn; with the month's start last, so that older roll-overs go first. */
    static final Comparator<GrantState> BURN_ORDER = Comparator.<GrantState>comparingInt(g -> g.given.priority())
            .thenComparingLong(g -> g.given.expires())
            .thenComparingLong(g -> g.given.from())
            .thenComparing(g -> g.given.id());

    private final GrantGiven given;
    private long burned;

    GrantState(GrantGiven given, long burned) {
        this.given = given;
        this.burned = burned;
    }

    GrantGiven given() {
        return given;
    }

    boolean isValidAt(long micros) {
        return given.from() <= micros && micros < given.expires();
    }

    long remaining() {
        return given.amountMilli() - burned;
    }

    long burned() {
        return burned;
    }

    /** Burns up to {@code most}; returns how much. */
    long burn(long most) {
        long part = Math.min(most, remaining());
        burned += part;
        return part;
    }

    /** Gives back up to {@code most}; returns how much. */
    long unburn(long most) {
        long part = Math.min(most, burned);
        burned -= part;
        return part;
    }
}
