package org.weighhouse.ledger.internal.engine;

import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.UsageQueries;

/** Works out what a command writes and what will be answered once that is durable. Only the writer calls it. */
final class Decider {

    private static final String TOO_MUCH = "the account's sums would become too large";

    private final Head head;
    private final Postings postings;
    private final Amendments amendments;
    private final Holds holds;
    private final Accounts accounts;
    private final OverflowGuard guard;

    Decider(Head head, int maxOpenHolds) {
        this.head = head;
        this.postings = new Postings(head);
        this.amendments = new Amendments(head, postings);
        this.holds = new Holds(head, postings, amendments, maxOpenHolds);
        this.accounts = new Accounts(head);
        this.guard = new OverflowGuard(head.book());
    }

    long nextExpiry() {
        return holds.nextExpiry();
    }

    void begin(Group group) {
        head.begin(group);
        holds.expireDue();
    }

    void decide(Command command) {
        Group group = head.group();
        if (!isWithinBounds(command)) {
            group.answer(() -> command.done().completeExceptionally(new IllegalArgumentException(TOO_MUCH)));
            return;
        }
        group.answer(
                switch (command) {
                    case Command.Write write -> {
                        var receipts = postings.write(write.postings());
                        yield () -> write.done().complete(receipts);
                    }
                    case Command.Reserve reserve -> {
                        var outcome = holds.reserve(reserve.reservation());
                        yield () -> reserve.done().complete(outcome);
                    }
                    case Command.Post post -> {
                        var outcome = holds.post(post.hold(), post.postings(), post.basis());
                        yield () -> post.done().complete(outcome);
                    }
                    case Command.VoidHold voiding -> {
                        var outcome = holds.voidHold(voiding.hold());
                        yield () -> voiding.done().complete(outcome);
                    }
                    case Command.Amend amend -> {
                        var outcome =
                                amendments.write(amend.name(), amend.amendment(), amend.basis(), amend.postings());
                        yield () -> amend.done().complete(outcome);
                    }
                    case Command.Locate locate -> {
                        var places = head.memory().references().places(head, locate.name(), UsageQueries.MAX_ENTRIES);
                        yield () -> locate.done().complete(places);
                    }
                    case Command.Give give -> {
                        boolean given = accounts.give(give.grant());
                        yield () -> give.done().complete(given);
                    }
                    case Command.SetTerms set -> {
                        accounts.set(set.workspace(), set.terms());
                        yield () -> set.done().complete(null);
                    }
                    case Command.Wake wake -> () -> wake.done().complete(null);
                    // Answered when it is written.
                    case Command.Checkpoint checkpoint -> () -> {};
                });
    }

    private boolean isWithinBounds(Command command) {
        return switch (command) {
            case Command.Write write -> guard.allows(write.postings());
            case Command.Post post -> guard.allows(post.postings());
            case Command.Amend amend -> guard.allows(amend.postings());
            case Command.Locate locate -> true;
            case Command.Give give ->
                guard.allows(
                        give.grant().workspace(),
                        give.grant().unit(),
                        give.grant().amount().milli());
            case Command.Reserve reserve -> allows(reserve.reservation());
            case Command.VoidHold voiding -> true;
            case Command.SetTerms set -> true;
            case Command.Wake wake -> true;
            case Command.Checkpoint checkpoint -> true;
        };
    }

    private boolean allows(Reservation reservation) {
        for (Map.Entry<Unit, Amount> wanted : reservation.amounts().entrySet()) {
            long held = head.book()
                    .workspace(reservation.workspace())
                    .account(wanted.getKey())
                    .reserved();
            if (!guard.allows(
                    reservation.workspace(),
                    wanted.getKey(),
                    held + wanted.getValue().milli())) {
                return false;
            }
        }
        return true;
    }
}
