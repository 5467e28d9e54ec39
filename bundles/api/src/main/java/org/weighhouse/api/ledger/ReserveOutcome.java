package org.weighhouse.api.ledger;

import java.time.Instant;
import java.util.UUID;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;

/** The answer to a reservation. */
public sealed interface ReserveOutcome {

    /** Held, and durable. */
    record Held(UUID id, Instant expires) implements ReserveOutcome {}

    /**
     * Not held: a hard limit has too little left.
     *
     * @param unit the unit that is short
     * @param available what could have been held
     * @param renews when the allowance renews next
     */
    record Refused(Unit unit, Amount requested, Amount available, Instant renews) implements ReserveOutcome {}

    /** Not held: too many holds are open, of this workspace or of all. It does not matter how much they hold. */
    record TooMany() implements ReserveOutcome {}
}
