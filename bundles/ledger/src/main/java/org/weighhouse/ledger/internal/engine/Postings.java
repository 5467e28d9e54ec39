package org.weighhouse.ledger.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.ledger.internal.memory.Keys;
import org.weighhouse.ledger.internal.memory.Memory.Found;
import org.weighhouse.ledger.internal.record.Correction;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.ReferenceName;

/** Turns postings into entries, each once. Only the writer calls it. */
final class Postings {

    private final Head head;

    Postings(Head head) {
        this.head = head;
    }

    List<Receipt> write(List<Prepared> postings) {
        List<Receipt> receipts = new ArrayList<>(postings.size());
        for (Prepared posting : postings) {
            receipts.add(write(posting));
        }
        return receipts;
    }

    private Receipt write(Prepared prepared) {
        Posting posting = prepared.posting();
        Optional<Found> known = find(prepared);
        if (known.isPresent()) {
            EntryWritten entry = known.get().entry();
            return new Receipt(prepared.statusBeside(entry), entry.number());
        }
        return posting.mode() == Posting.Mode.FACT ? writeNew(prepared, posting.id()) : correct(prepared);
    }

    /** Whether it was written before, under its own source and id. */
    boolean isKnown(Prepared prepared) {
        return find(prepared).isPresent();
    }

    private Optional<Found> find(Prepared prepared) {
        Posting posting = prepared.posting();
        return head.memory().find(prepared.look(), head, prepared.workspace(), posting.source(), posting.id());
    }

    private Receipt writeNew(Prepared prepared, String id) {
        Posting posting = prepared.posting();
        head.writeMissingAllowances(prepared.workspace(), posting.unit(), prepared.time());
        return writeEntry(
                prepared,
                id,
                prepared.time(),
                posting.amount().milli(),
                posting.attribution(),
                posting.measures(),
                Correction.NONE);
    }

    private Receipt correct(Prepared prepared) {
        Posting posting = prepared.posting();
        Optional<Found> named = head.memory().find(head, prepared.workspace(), posting.source(), posting.subject());
        if (named.isEmpty()) {
            return posting.mode() == Posting.Mode.RESTATEMENT
                    ? writeNew(prepared, posting.subject())
                    : new Receipt(Status.UNKNOWN_ORIGINAL, 0);
        }
        Found original = originalOf(named.get());
        if (original.entry().unit() != posting.unit()) {
            return new Receipt(Status.CONFLICT, original.entry().number());
        }
        Fact fact = Fact.of(original, head.memory().lastCorrection(head, original.location()));
        if (posting.mode() == Posting.Mode.RESTATEMENT && fact.isStatedBy(posting)) {
            return new Receipt(Status.DUPLICATE, original.entry().number());
        }
        head.writeMissingAllowances(prepared.workspace(), posting.unit(), fact.time());
        return fact.attribution().equals(posting.attribution()) ? amend(prepared, fact) : move(prepared, fact);
    }

    /** A correction of a correction corrects the same fact. */
    private Found originalOf(Found named) {
        if (!named.entry().isCorrection()) {
            return named;
        }
        long location = named.entry().correction().original();
        return new Found(location, head.entry(location));
    }

    /**
     * What a fact costs now.
     *
     * @param original location of the entry it was first written with
     */
    private record Fact(long original, long time, long amountMilli, Measures measures, Attribution attribution) {

        static Fact of(Found original, Optional<EntryWritten> lastCorrection) {
            EntryWritten first = original.entry();
            return lastCorrection
                    .map(last -> new Fact(
                            original.location(),
                            first.time(),
                            last.correction().statedMilli(),
                            last.correction().statedMeasures(),
                            last.attribution()))
                    .orElseGet(() -> new Fact(
                            original.location(),
                            first.time(),
                            first.amountMilli(),
                            first.measures(),
                            first.attribution()));
        }

        /** Whether a posting says nothing new of it. */
        boolean isStatedBy(Posting posting) {
            return amountMilli == posting.amount().milli()
                    && measures.equals(posting.measures())
                    && attribution.equals(posting.attribution());
        }
    }

    /** Writes the difference. */
    private Receipt amend(Prepared prepared, Fact fact) {
        Posting posting = prepared.posting();
        return writeEntry(
                prepared,
                prepared.posting().id(),
                fact.time(),
                posting.amount().milli() - fact.amountMilli(),
                posting.attribution(),
                posting.measures().minus(fact.measures()),
                correction(prepared, fact, true));
    }

    /** Takes everything out of the old attribution's cell, and puts the corrected usage into the new one's. */
    private Receipt move(Prepared prepared, Fact fact) {
        Posting posting = prepared.posting();
        writeEntry(
                prepared,
                prepared.posting().id(),
                fact.time(),
                -fact.amountMilli(),
                fact.attribution(),
                Measures.NONE.minus(fact.measures()),
                correction(prepared, fact, false));
        return writeEntry(
                prepared,
                prepared.posting().id(),
                fact.time(),
                posting.amount().milli(),
                posting.attribution(),
                posting.measures(),
                correction(prepared, fact, true));
    }

    private static Correction correction(Prepared prepared, Fact fact, boolean last) {
        Posting posting = prepared.posting();
        return new Correction(
                posting.subject(),
                fact.original(),
                last,
                prepared.contentHash(),
                posting.amount().milli(),
                posting.measures());
    }

    private Receipt writeEntry(
            Prepared prepared,
            String id,
            long time,
            long amountMilli,
            Attribution attribution,
            Measures measures,
            Correction correction) {
        Posting posting = prepared.posting();
        String reference = posting.reference().value();
        ReferenceName name = new ReferenceName(prepared.workspace(), attribution.channel(), reference);
        EntryWritten entry = new EntryWritten(
                head.group().nextSequence(),
                head.book().workspace(prepared.workspace()).nextNumber(),
                prepared.workspace(),
                posting.source(),
                id,
                time,
                posting.unit(),
                amountMilli,
                measures,
                attribution,
                reference,
                prepared.hasReference() ? head.memory().references().entryCount(head, name) : 0,
                correction);
        // Only the fact that a restatement begins has another id than its posting.
        head.write(entry, id.equals(posting.id()) ? prepared.look().key() : Keys.of(entry));
        return new Receipt(Status.RECORDED, entry.number());
    }
}
