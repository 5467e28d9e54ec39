package org.weighhouse.ledger.internal.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Dossier.Basis;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.share.SharedPool;
import org.weighhouse.ledger.internal.book.WorkspaceBook;
import org.weighhouse.ledger.internal.record.Held;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.HoldSettled;
import org.weighhouse.ledger.internal.record.HoldSettled.How;
import org.weighhouse.ledger.internal.record.Micros;

/** Holds credits, settles holds and lets them expire. Only the writer calls it. */
final class Holds {

    private final Head head;
    private final Postings postings;
    private final Amendments said;

    /** Open holds by expiry. */
    private final NavigableSet<Held> byExpiry =
            new TreeSet<>(Comparator.comparingLong(Held::expires).thenComparing(Held::name));

    /** How many open holds each workspace has. */
    private final Map<WorkspaceId, Integer> open = new HashMap<>();

    private final int maxOpen;

    Holds(Head head, Postings postings, Amendments said, int maxOpen) {
        this.head = head;
        this.postings = postings;
        this.said = said;
        this.maxOpen = maxOpen;
        head.book().openHolds().forEach(this::opened);
    }

    ReserveOutcome reserve(Reservation reservation) {
        OptionalLong known = expiryOf(new HoldName(reservation.workspace(), reservation.id()));
        if (known.isPresent()) {
            return new ReserveOutcome.Held(reservation.id(), Micros.toInstant(known.getAsLong()));
        }
        if (!SharedPool.allows(open.getOrDefault(reservation.workspace(), 0), 1, byExpiry.size(), maxOpen)) {
            return new ReserveOutcome.TooMany();
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
        opened(held);
        return new ReserveOutcome.Held(held.id(), Micros.toInstant(expires));
    }

    /** When a hold that was ever given expires, or would have. */
    private OptionalLong expiryOf(HoldName name) {
        Optional<Held> open = head.book().openHold(name);
        if (open.isPresent()) {
            return OptionalLong.of(open.get().expires());
        }
        return head.memory()
                .ended(head, name)
                .map(settled -> OptionalLong.of(settled.expires()))
                .orElseGet(OptionalLong::empty);
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

    /** @param actual the first is what the hold was for */
    SettleOutcome post(HoldName name, List<Prepared> actual, Basis basis) {
        Optional<Held> open = head.book().openHold(name);
        Optional<HoldSettled> ended =
                open.isPresent() ? Optional.empty() : head.memory().ended(head, name);
        boolean expired = ended.isPresent() && ended.get().how() == How.EXPIRED;
        if (open.isEmpty() && !expired) {
            return outcomeOf(ended);
        }
        Optional<SettleOutcome> objection = actual.isEmpty() ? Optional.empty() : objection(actual.getFirst(), basis);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (open.isPresent()) {
            // The hold ends before its postings burn, so that they find what was held.
            settle(open.get(), How.POSTED);
        } else if (!actual.isEmpty()) {
            head.write(new HoldSettled(
                    name.id(), name.workspace(), How.POSTED, ended.get().expires()));
        }
        postings.write(actual);
        return open.isPresent() ? SettleOutcome.SETTLED : SettleOutcome.EXPIRED;
    }

    /** Why what a hold was for cannot be counted as it was worked out. */
    private Optional<SettleOutcome> objection(Prepared first, Basis basis) {
        if (first.hasReference() && !said.isStill(first.name(), basis)) {
            return Optional.of(SettleOutcome.STALE);
        }
        return postings.isKnown(first) ? Optional.of(SettleOutcome.COUNTED_BEFORE) : Optional.empty();
    }

    SettleOutcome voidHold(HoldName name) {
        Optional<Held> open = head.book().openHold(name);
        if (open.isPresent()) {
            settle(open.get(), How.VOIDED);
            return SettleOutcome.SETTLED;
        }
        return outcomeOf(head.memory().ended(head, name));
    }

    private static SettleOutcome outcomeOf(Optional<HoldSettled> ended) {
        if (ended.isEmpty()) {
            return SettleOutcome.UNKNOWN;
        }
        return switch (ended.get().how()) {
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

    private void settle(Held ending, How how) {
        byExpiry.remove(ending);
        open.computeIfPresent(ending.workspace(), (any, count) -> count == 1 ? null : count - 1);
        head.write(new HoldSettled(ending.id(), ending.workspace(), how, ending.expires()));
    }

    private void opened(Held held) {
        byExpiry.add(held);
        open.merge(held.workspace(), 1, Integer::sum);
    }
}
