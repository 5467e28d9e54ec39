package org.weighhouse.api.meter;

import org.weighhouse.api.ledger.ReserveOutcome;

/** Whether something may happen. */
public sealed interface Decision {

    record Allowed(Hold hold) implements Decision {}

    record Refused(ReserveOutcome.Refused shortage) implements Decision {}

    /** Too many holds are open; some have to end first. */
    record TooManyHolds() implements Decision {}
}
