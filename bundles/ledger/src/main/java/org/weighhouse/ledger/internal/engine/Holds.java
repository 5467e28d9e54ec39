package org.weighhouse.ledger.internal.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.ledger.internal.book.WorkspaceBook;
import org.weighhouse.ledger.internal.memory.Memory.KnownHold;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.HoldSettled.How;
import org.weighhouse.ledger.internal.record.Micros;

/** Holds credits, settles holds and lets them expire. Only the writer calls it. */
final class Holds {

    private final Head head;
    private final Postings postings;

    /** Open holds by expiry. */
    private final NavigableSet<Held> byExpiry =
            new TreeSet<>(Comparator.comparingLong(Held::expires).thenComparing(Held::name));

    Holds(Head head, Postings postings) {
        this.head = head;
        this.postings = postings;
        byExpiry.addAll(head.book().openHolds());
    }

    ReserveOutcome reserve(Reservation reservation) {
        Optional<KnownHold> known = head.memory().hold(new HoldName(reservation.workspace(), reservation.id()));
        if (known.isPresent()) {
            return new ReserveOutcome.Held(
                    reservation.id(), Micros.toInstant(known.get().expires()));
        }
        long now = head.group().now();
        WorkspaceBook book = head.book().workspace(reservation.workspace());
        for (Map.Entry<Unit, Amount> wanted : reservation.amounts().entrySet()) {
            head.writeMissingAllowances(reservation.workspace(), wanted.getKey(), now);
            long available = available(book, wanted.getKey(), now);
            if (wanted.getValue().milli() > available) {
                return new ReserveOutcome.Refused(
                        wanted.getKey(),
                        wanted.getValue(),
                        new Amount(available),
                        book.calendar().rangeOf(now).to());
            }
        }
        long expires = now + reservation.timeout().toNanos() / 1_000;
        Held held = new Held(reservation.id(), reservation.workspace(), reservation.amounts(), expires);
        head.write(held);
        byExpiry.add(held);
        return new ReserveOutcome.Held(held.id(), Micros.toInstant(expires));
    }

    /** What may be held, in thousandths; without a hard limit, anything. */
    private static long available(WorkspaceBook book, Unit unit, long now) {
        boolean hard = book.allowanceAt(unit, now)
                .map(allowance -> allowance.limit() == Allowance.Limit.HARD)
                .orElse(false);
        return hard
                ? Math.max(
                        0,
                        book.account(unit).remainingAt(now) - book.account(unit).reserved())
                : Long.MAX_VALUE;
    }

    /** Everything in {@code actual} is of the hold's workspace. */
    SettleOutcome post(HoldName name, List<Prepared> actual) {
        Optional<KnownHold> known = head.memory().hold(name);
        if (known.isEmpty()) {
            return SettleOutcome.UNKNOWN;
        }
        Optional<How> ended = known.get().ended();
        if (ended.isPresent() && ended.get() != How.EXPIRED) {
            return outcomeOf(ended.get());
        }
        // The hold ends before its postings burn, so that they find what was held.
        if (ended.isEmpty()) {
            settle(head.book().openHold(name).orElseThrow(), How.POSTED);
        } else if (!actual.isEmpty()) {
            head.write(new HoldSettled(name.id(), name.workspace(), How.POSTED));
        }
        postings.write(actual);
        return ended.isPresent() ? SettleOutcome.EXPIRED : SettleOutcome.SETTLED;
    }

    SettleOutcome release(HoldName name) {
        Optional<KnownHold> known = head.memory().hold(name);
        if (known.isEmpty()) {
            return SettleOutcome.UNKNOWN;
        }
        if (known.get().ended().isPresent()) {
            return outcomeOf(known.get().ended().get());
        }
        settle(head.book().openHold(name).orElseThrow(), How.VOIDED);
        return SettleOutcome.SETTLED;
    }

    private static SettleOutcome outcomeOf(How ended) {
        return switch (ended) {
            case POSTED -> SettleOutcome.ALREADY_POSTED;
            case VOIDED -> SettleOutcome.ALREADY_VOIDED;
            case EXPIRED -> SettleOutcome.EXPIRED;
        };
    }

    /** Ends the holds whose time is over; a hold's expiry is the first instant at which it no longer holds. */
    void expireDue() {
        while (nextExpiry() <= head.group().now()) {
            settle(byExpiry.first(), How.EXPIRED);
        }
    }

    /** When the next hold expires; {@link Micros#NEVER} if there is none. */
    long nextExpiry() {
        return byExpiry.isEmpty() ? Micros.NEVER : byExpiry.first().expires();
    }

    private void settle(Held open, How how) {
        byExpiry.remove(open);
        head.write(new HoldSettled(open.id(), open.workspace(), how));
    }
}
