package org.weighhouse.catalog.internal;

import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;

/** Refuses what must not be stored, in words for the one who asked. */
final class Require {

    static final int MAX_PLAN_NAME = 64;
    static final int MAX_NAME = 128;
    static final int MAX_RATES = 1_000;

    private Require() {}

    /** @throws IllegalArgumentException if the text is blank or longer */
    static void text(String what, String value, int maxLength) {
        if (value.isBlank() || value.length() > maxLength) {
            throw new IllegalArgumentException(what + " must have 1 to " + maxLength + " characters");
        }
    }

    static void workspace(Workspace workspace) {
        text("the name of a workspace", workspace.name(), MAX_NAME);
    }

    static void plan(Plan plan) {
        text("the name of a plan", plan.name(), MAX_PLAN_NAME);
    }

    /** @throws IllegalArgumentException if a price is negative, a match is not storable or there are too many rows */
    static void rateCard(RateCard card) {
        if (card.messages().size() > MAX_RATES || card.tokens().size() > MAX_RATES) {
            throw new IllegalArgumentException("a rate card has at most " + MAX_RATES + " rows of each kind");
        }
        for (RateCard.MessageRate rate : card.messages()) {
            match(rate.channel());
            match(rate.kind());
            match(rate.market());
            notNegative(rate.credits().isNegative());
        }
        for (RateCard.TokenRate rate : card.tokens()) {
            match(rate.model());
            notNegative(rate.input().isNegative()
                    || rate.output().isNegative()
                    || rate.cacheRead().isNegative()
                    || rate.cacheWrite().isNegative()
                    || rate.reasoning().isNegative());
        }
    }

    private static void match(String value) {
        if (value.length() > MAX_NAME) {
            throw new IllegalArgumentException("what a rate matches has at most " + MAX_NAME + " characters");
        }
    }

    private static void notNegative(boolean negative) {
        if (negative) {
            throw new IllegalArgumentException("a rate must not be negative");
        }
    }
}
