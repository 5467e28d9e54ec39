package org.weighhouse.ledger.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.ledger.internal.memory.Memory.Found;
import org.weighhouse.ledger.internal.record.Amendment;
import org.weighhouse.ledger.internal.record.EntryWritten;

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
        Optional<Found> known =
                head.memory().find(prepared.look(), head, posting.workspace(), posting.source(), posting.id());
        if (known.isPresent()) {
            EntryWritten entry = known.get().entry();
            return new Receipt(prepared.isSameAs(entry) ? Status.DUPLICATE : Status.CONFLICT, entry.sequence());
        }
        return posting.corrects().isEmpty() ? writeNew(prepared) : correct(prepared);
    }

    private Receipt writeNew(Prepared prepared) {
        Posting posting = prepared.posting();
        head.writeMissingAllowances(posting.workspace(), posting.unit(), prepared.time());
        return writeEntry(
                prepared,
                prepared.time(),
                posting.amount().milli(),
                posting.attribution(),
                posting.tokens(),
                Amendment.NONE);
    }

    private Receipt correct(Prepared prepared) {
        Posting posting = prepared.posting();
        Optional<Found> named = head.memory().find(head, posting.workspace(), posting.source(), posting.corrects());
        if (named.isEmpty()) {
            return new Receipt(Status.UNKNOWN_ORIGINAL, 0);
        }
        Found original = originalOf(named.get());
        if (original.entry().unit() != posting.unit()) {
            return new Receipt(Status.CONFLICT, original.entry().sequence());
        }
        Fact fact = Fact.of(original, head.memory().lastCorrection(head, original.location()));
        head.writeMissingAllowances(posting.workspace(), posting.unit(), fact.time());
        return fact.attribution().equals(posting.attribution()) ? amend(prepared, fact) : move(prepared, fact);
    }

    /** A correction of a correction corrects the same fact. */
    private Found originalOf(Found named) {
        if (!named.entry().isCorrection()) {
            return named;
        }
        long location = named.entry().amendment().original();
        return new Found(location, head.entry(location));
    }

    /**
     * What a fact costs now.
     *
     * @param original location of the entry it was first written with
     */
    private record Fact(long original, long time, long amountMilli, TokenBuckets tokens, Attribution attribution) {

        static Fact of(Found original, Optional<EntryWritten> lastCorrection) {
            EntryWritten first = original.entry();
            return lastCorrection
                    .map(last -> new Fact(
                            original.location(),
                            first.time(),
                            last.amendment().statedMilli(),
                            last.amendment().statedTokens(),
                            last.attribution()))
                    .orElseGet(() -> new Fact(
                            original.location(),
                            first.time(),
                            first.amountMilli(),
                            first.tokens(),
                            first.attribution()));
        }
    }

    /** Writes the difference. */
    private Receipt amend(Prepared prepared, Fact fact) {
        Posting posting = prepared.posting();
        return writeEntry(
                prepared,
                fact.time(),
                posting.amount().milli() - fact.amountMilli(),
                posting.attribution(),
                posting.tokens().minus(fact.tokens()),
                amendment(prepared, fact, true));
    }

    /** Takes everything out of the old attribution's cell, and puts the corrected usage into the new one's. */
    private Receipt move(Prepared prepared, Fact fact) {
        Posting posting = prepared.posting();
        writeEntry(
                prepared,
                fact.time(),
                -fact.amountMilli(),
                fact.attribution(),
                TokenBuckets.NONE.minus(fact.tokens()),
                amendment(prepared, fact, false));
        return writeEntry(
                prepared,
                fact.time(),
                posting.amount().milli(),
                posting.attribution(),
                posting.tokens(),
                amendment(prepared, fact, true));
    }

    private static Amendment amendment(Prepared prepared, Fact fact, boolean last) {
        Posting posting = prepared.posting();
        return new Amendment(
                posting.corrects(),
                fact.original(),
                last,
                prepared.contentHash(),
                posting.amount().milli(),
                posting.tokens());
    }

    private Receipt writeEntry(
            Prepared prepared,
            long time,
            long amountMilli,
            Attribution attribution,
            TokenBuckets tokens,
            Amendment amendment) {
        Posting posting = prepared.posting();
        EntryWritten entry = new EntryWritten(
                head.group().nextSequence(),
                posting.workspace(),
                posting.source(),
                posting.id(),
                time,
                posting.unit(),
                amountMilli,
                attribution,
                tokens,
                amendment);
        head.write(entry, prepared.look().key());
        return new Receipt(Status.RECORDED, entry.sequence());
    }
}
