package org.weighhouse.ledger.internal.engine;

import org.weighhouse.api.ledger.Allowance.Limit;

/** One thing that is done to the ledger and to its model. Small numbers, so that ids meet again. */
sealed interface Step {

    /** @param slot six hours each, counted from the beginning; may be negative */
    record Write(int id, int slot, int credits, int campaign) implements Step {}

    record Correct(int original, int id, int credits, int campaign) implements Step {}

    /** @param months how many it is valid for; 0 for ever */
    record Give(int id, int credits, int fromMonth, int months, int priority) implements Step {}

    record Reserve(int hold, int credits, int minutes) implements Step {}

    record Post(int hold, int id, int credits) implements Step {}

    record VoidHold(int hold) implements Step {}

    record SetTerms(int credits, Limit limit, boolean rollsOver) implements Step {}

    record Advance(int minutes) implements Step {}

    record Restart() implements Step {}
}
