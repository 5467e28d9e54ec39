package org.weighhouse.ledger.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.Terms;

/** What the ledger takes. Everything else is refused before it reaches the writer. */
final class Inputs {

    /** Largest amount in one posting, hold or grant, in thousandths: 100,000,000,000 units. */
    static final long MAX_AMOUNT = 100_000_000_000_000L;

    /** Largest quantity, and most tokens in one bucket, of a posting. */
    static final long MAX_MEASURE = 10_000_000_000_000L;

    static final Duration MAX_AHEAD = Duration.ofDays(31);
    static final Duration MIN_HOLD = Duration.ofSeconds(1);
    static final Duration MAX_HOLD = Duration.ofDays(7);

    /** Grants with such an id are the ledger's own. */
    static final String ALLOWANCE_PREFIX = "allowance/";

    private Inputs() {}

    static void checkBatch(List<Posting> postings, Instant now) {
        require(!postings.isEmpty(), () -> "there is nothing to record");
        checkPostings(postings, now);
    }

    static void checkReference(String channel, Reference reference) {
        require(!reference.isNone(), () -> "a reference must not be empty");
        require(Attribution.isValid(channel), () -> "a channel is too long or has a control character");
    }

    static void checkPostings(List<Posting> postings, Instant now) {
        require(postings.size() <= Ledger.MAX_BATCH, () -> "more than " + Ledger.MAX_BATCH + " postings");
        postings.forEach(posting -> check(posting, now));
    }

    private static void check(Posting posting, Instant now) {
        checkId("source", posting.source());
        checkId("id", posting.id());
        require(posting.subject().length() <= UsageEvent.MAX_ID_LENGTH, () -> "the corrected id is too long");
        require(!posting.subject().equals(posting.id()), () -> "a posting cannot correct itself");
        require(!posting.time().isBefore(UsageEvent.EARLIEST), () -> "time is before " + UsageEvent.EARLIEST);
        require(!posting.time().isAfter(now.plus(MAX_AHEAD)), () -> "time is too far in the future");
        checkAmount(posting.amount());
        checkMeasures(posting.measures());
    }

    private static void checkMeasures(Measures measures) {
        TokenBuckets tokens = measures.tokens();
        long most = LongStream.of(
                        measures.quantity(),
                        measures.toolCalls(),
                        measures.millis(),
                        tokens.input(),
                        tokens.output(),
                        tokens.cacheRead(),
                        tokens.cacheWrite(),
                        tokens.cacheWriteLong(),
                        tokens.reasoning())
                .max()
                .orElse(0);
        require(most <= MAX_MEASURE, () -> "a quantity or number of tokens is more than " + MAX_MEASURE);
    }

    static void check(Reservation reservation) {
        reservation.amounts().values().forEach(Inputs::checkAmount);
        require(
                reservation.timeout().compareTo(MIN_HOLD) >= 0
                        && reservation.timeout().compareTo(MAX_HOLD) <= 0,
                () -> "a hold lasts 1 second to 7 days");
    }

    static void check(Grant grant) {
        checkId("id", grant.id());
        require(
                !grant.id().startsWith(ALLOWANCE_PREFIX),
                () -> "ids that start with " + ALLOWANCE_PREFIX + " are reserved");
        checkAmount(grant.amount());
        require(grant.from().isBefore(grant.expires()), () -> "a grant must begin before it expires");
        require(grant.priority() >= 0 && grant.priority() <= 1_000, () -> "priority must be 0 to 1000");
    }

    static void check(Terms terms) {
        terms.allowances().values().forEach(allowance -> checkAmount(allowance.amount()));
    }

    private static void checkAmount(Amount amount) {
        require(!amount.isNegative(), () -> "an amount must not be negative");
        require(amount.milli() <= MAX_AMOUNT, () -> "an amount is larger than " + new Amount(MAX_AMOUNT));
    }

    private static void checkId(String name, String value) {
        require(
                !value.isEmpty() && value.length() <= UsageEvent.MAX_ID_LENGTH,
                () -> name + " must have 1 to " + UsageEvent.MAX_ID_LENGTH + " characters");
    }

    private static void require(boolean condition, Supplier<String> otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise.get());
        }
    }
}
