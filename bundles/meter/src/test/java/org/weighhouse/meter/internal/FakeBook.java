package org.weighhouse.meter.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;

/** What a ledger holds: each name once for ever, corrections as differences, amendments by reference. */
final class FakeBook {

    private record Name(WorkspaceId workspace, String source, String id) {}

    /** What things are called in a channel. */
    record Place(WorkspaceId workspace, String channel, Reference reference) {}

    /** What is counted in all of a unit for an attribution. */
    record Sum(Amount amount, Measures measures) {}

    private final Map<Name, Posting> known = new HashMap<>();
    /** By every name that a fact was written or corrected under: what that fact is called. */
    private final Map<Name, Name> facts = new HashMap<>();

    private final Map<Name, Posting> current = new HashMap<>();
    private final Map<Place, List<Amendment>> notes = new HashMap<>();
    private final List<LedgerEntry> entries = new ArrayList<>();

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    boolean knows(WorkspaceId workspace, Posting posting) {
        return known.containsKey(new Name(workspace, posting.source(), posting.id()));
    }

    Receipt write(WorkspaceId workspace, Posting posting) {
        Name name = new Name(workspace, posting.source(), posting.id());
        if (known.containsKey(name)) {
            return receipt(known.get(name).equals(posting) ? Receipt.Status.DUPLICATE : Receipt.Status.CONFLICT);
        }
        Name fact = facts.get(new Name(workspace, posting.source(), posting.subject()));
        if (posting.mode() == Posting.Mode.FACT) {
            return writeFact(name, name, posting);
        }
        if (fact != null) {
            return correct(name, fact, posting);
        }
        return posting.mode() == Posting.Mode.CORRECTION
                ? receipt(Receipt.Status.UNKNOWN_ORIGINAL)
                : writeFact(name, new Name(workspace, posting.source(), posting.subject()), posting);
    }

    private Receipt writeFact(Name name, Name fact, Posting posting) {
        known.put(name, posting);
        known.putIfAbsent(fact, posting);
        facts.put(name, fact);
        facts.put(fact, fact);
        current.put(fact, posting);
        enter(fact, posting, posting.amount(), posting.measures(), posting.attribution(), "");
        return receipt(Receipt.Status.RECORDED);
    }

    private Receipt correct(Name name, Name fact, Posting posting) {
        Posting was = current.get(fact);
        if (was.unit() != posting.unit()) {
            return receipt(Receipt.Status.CONFLICT);
        }
        known.put(name, posting);
        facts.put(name, fact);
        current.put(fact, posting);
        boolean moved = !was.attribution().equals(posting.attribution());
        if (moved) {
            enter(
                    name,
                    posting,
                    Amount.ZERO.minus(was.amount()),
                    Measures.NONE.minus(was.measures()),
                    was.attribution(),
                    fact.id());
        }
        enter(
                name,
                posting,
                moved ? posting.amount() : posting.amount().minus(was.amount()),
                moved ? posting.measures() : posting.measures().minus(was.measures()),
                posting.attribution(),
                fact.id());
        return receipt(Receipt.Status.RECORDED);
    }

    private void enter(
            Name name, Posting posting, Amount amount, Measures measures, Attribution attribution, String corrects) {
        entries.add(new LedgerEntry(
                entries.size() + 1L,
                name.workspace(),
                name.source(),
                name.id(),
                posting.time(),
                posting.time(),
                posting.unit(),
                amount,
                measures,
                attribution,
                posting.reference(),
                corrects));
    }

    private Receipt receipt(Receipt.Status status) {
        return new Receipt(status, entries.size());
    }

    Dossier dossier(Place place) {
        Optional<LedgerEntry> original = named(place).stream()
                .filter(entry -> entry.corrects().isEmpty())
                .findFirst();
        return new Dossier(original.stream().toList(), notes.getOrDefault(place, List.of()));
    }

    /** Oldest first. */
    List<LedgerEntry> named(Place place) {
        return entries.stream()
                .filter(entry -> !entry.reference().isNone()
                        && place.equals(
                                new Place(entry.workspace(), entry.attribution().channel(), entry.reference())))
                .toList();
    }

    void note(Place place, Amendment amendment) {
        notes.computeIfAbsent(place, any -> new ArrayList<>()).add(amendment);
    }

    /** By unit and attribution; where nothing is left, there is nothing. */
    Map<String, Sum> sums() {
        Map<String, Sum> sums = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            sums.merge(
                    entry.unit() + " " + entry.attribution(),
                    new Sum(entry.amount(), entry.measures()),
                    (one, other) -> new Sum(
                            one.amount().plus(other.amount()), one.measures().plus(other.measures())));
        }
        sums.values().removeIf(new Sum(Amount.ZERO, Measures.NONE)::equals);
        return sums;
    }

    Amount used(Unit unit) {
        return entries.stream()
                .filter(entry -> entry.unit() == unit)
                .map(LedgerEntry::amount)
                .reduce(Amount.ZERO, Amount::plus);
    }
}
