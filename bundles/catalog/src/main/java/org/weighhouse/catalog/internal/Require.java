package org.weighhouse.catalog.internal;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Texts;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Validity;
import org.weighhouse.api.catalog.Workspace;

/** Refuses what must not be stored, in words for the one who asked. */
final class Require {

    static final int MAX_PLAN_NAME = 64;
    static final int MAX_NAME = 128;

    /** Highest rate of a message or token, in whole units. */
    static final long MAX_RATE = 1_000_000_000L;

    /** Highest price, in millionths of the currency: a million. */
    static final long MAX_PRICE = 1_000_000_000_000L;

    private static final Instant LAST_DATE = Instant.parse("9999-12-31T23:59:59.999Z");

    private Require() {}

    /** @throws IllegalArgumentException if the text is blank, longer, or not readable */
    static void text(String what, String value, int maxLength) {
        if (value.isBlank() || value.length() > maxLength || !Texts.isReadable(value)) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + maxLength + " characters, none of them a control or invisible");
        }
    }

    static void workspace(Workspace workspace) {
        text("the name of a workspace", workspace.name(), MAX_NAME);
    }

    static void plan(Plan plan) {
        text("the name of a plan", plan.name(), MAX_PLAN_NAME);
        // Refused here already, for the ledger would find no words for it that reach whoever asked.
        for (Unit unit : plan.allowances().keySet()) {
            if (!unit.canBeLimited()) {
                throw new IllegalArgumentException("a plan cannot limit " + unit.slug());
            }
        }
    }

    /** Nobody asks for what is over before it began. */
    static void ahead(String what, Validity validity, Instant now) {
        if (validity.isExpired(now)) {
            throw new IllegalArgumentException(what + " expires in the future");
        }
    }

    /** Which key a call came with, and over which account it goes, is seen and never said. */
    static void defaults(Attribution defaults) {
        if (!defaults.account().isEmpty() || !defaults.key().isEmpty()) {
            throw new IllegalArgumentException("the defaults of a key must not name an account or a key");
        }
    }

    /** @throws IllegalArgumentException if a rate is out of range, a match is not storable or there are too many rows */
    static void rateCard(RateCard card) {
        dated("a rate card", card.effectiveFrom(), RateCard.MAX_ROWS, card.messages(), card.tokens());
        for (RateCard.MessageRate rate : card.messages()) {
            matches(rate.channel(), rate.kind(), rate.market());
            rates(rate.credits());
        }
        for (RateCard.TokenRate rate : card.tokens()) {
            matches(rate.model());
            rates(
                    rate.input(),
                    rate.output(),
                    rate.cacheRead(),
                    rate.cacheWrite(),
                    rate.cacheWriteLong(),
                    rate.reasoning());
        }
    }

    /** @throws IllegalArgumentException if a price is out of range, a match is not storable or there are too many rows */
    static void priceBook(PriceBook book) {
        dated("a price book", book.effectiveFrom(), PriceBook.MAX_ROWS, book.messages(), book.models());
        for (PriceBook.MessagePrice price : book.messages()) {
            matches(price.channel(), price.kind(), price.market());
            if (price.each().isNegative() || price.each().compareTo(Amount.of(MAX_PRICE)) > 0) {
                throw priceOutOfRange();
            }
        }
        for (PriceBook.ModelPrice price : book.models()) {
            matches(price.provider(), price.model());
            boolean tooHigh = LongStream.of(
                            price.input(),
                            price.output(),
                            price.cacheRead(),
                            price.cacheWrite(),
                            price.cacheWriteLong(),
                            price.reasoning(),
                            price.toolCall(),
                            price.minute())
                    .anyMatch(each -> each > MAX_PRICE);
            if (tooHigh) {
                throw priceOutOfRange();
            }
        }
    }

    private static void dated(String what, Instant from, int most, List<?> some, List<?> others) {
        if (from.isBefore(Instant.EPOCH) || from.isAfter(LAST_DATE)) {
            throw new IllegalArgumentException(what + " begins in the years 1970 to 9999");
        }
        if (some.size() > most || others.size() > most) {
            throw new IllegalArgumentException(what + " has at most " + most + " rows of each kind");
        }
    }

    private static void matches(String... values) {
        if (Stream.of(values).anyMatch(value -> value.length() > MAX_NAME || !Texts.isReadable(value))) {
            throw new IllegalArgumentException(
                    "what a row matches has at most " + MAX_NAME + " characters, none of them a control or invisible");
        }
    }

    private static void rates(Amount... rates) {
        Amount highest = Amount.of(MAX_RATE);
        if (Stream.of(rates).anyMatch(rate -> rate.isNegative() || rate.compareTo(highest) > 0)) {
            throw new IllegalArgumentException("a rate is 0 to " + MAX_RATE);
        }
    }

    private static IllegalArgumentException priceOutOfRange() {
        return new IllegalArgumentException("a price is 0 to " + MAX_PRICE + " millionths of the currency");
    }
}
