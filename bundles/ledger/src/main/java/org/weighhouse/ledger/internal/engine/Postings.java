package org.weighhouse.ledger.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Receipt.Status;
import org.weighhouse.ledger.internal.memory.Fingerprint;
import org.weighhouse.ledger.internal.memory.Memory.Corrected;
import org.weighhouse.ledger.internal.memory.Memory.Known;
import org.weighhouse.ledger.internal.record.Amendment;
import org.weighhouse.ledger.internal.record.EntryWritten;

/** Turns postings into entries, each once. Only the writer calls it. */
final class Postings {

    private final Head head;
    private final LongFunction<EntryWritten> fromJournal;

    /** @param fromJournal reads a durable entry by its sequence */
    Postings(Head head, LongFunction<EntryWritten> fromJournal) {
        this.head = head;
        this.fromJournal = fromJournal;
    }

    List<Receipt> write(List<Prepared> postings) {
        List<Receipt> receipts = new ArrayList<>(postings.size());
        for (Prepared posting : postings) {
            receipts.add(write(posting));
        }
        return receipts;
    }

    private Receipt write(Prepared prepared) {
        Optional<Known> known = head.memory().posting(prepared.key());
        if (known.isPresent()) {
            boolean same = known.get().contentHash() == prepared.contentHash();
            return new Receipt(
                    same ? Status.DUPLICATE : Status.CONFLICT, known.get().sequence());
        }
        return prepared.posting().corrects().isEmpty() ? writeNew(prepared) : correct(prepared);
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
        Optional<Known> named =
                head.memory().posting(Fingerprint.of(posting.workspace(), posting.source(), posting.corrects()));
        if (named.isEmpty()) {
            return new Receipt(Status.UNKNOWN_ORIGINAL, 0);
        }
        long sequence = head.memory()
                .originalOf(named.get().sequence())
                .orElse(named.get().sequence());
        EntryWritten original = head.group().has(sequence) ? head.group().entry(sequence) : fromJournal.apply(sequence);
        if (original.unit() != posting.unit()) {
            return new Receipt(Status.CONFLICT, sequence);
        }
        Corrected current = head.memory()
                .corrected(sequence)
                .orElse(new Corrected(original.amountMilli(), original.tokens(), original.attribution()));
        head.writeMissingAllowances(posting.workspace(), posting.unit(), original.time());
        return current.attribution().equals(posting.attribution())
                ? amend(prepared, original, current)
                : move(prepared, original, current);
    }

    /** Writes the difference. */
    private Receipt amend(Prepared prepared, EntryWritten original, Corrected current) {
        Posting posting = prepared.posting();
        return writeEntry(
                prepared,
                original.time(),
                posting.amount().milli() - current.amountMilli(),
                posting.attribution(),
                posting.tokens().minus(current.tokens()),
                amendment(prepared, original, true));
    }

    /** Takes everything out of the old attribution's cell, and puts the corrected usage into the new one's. */
    private Receipt move(Prepared prepared, EntryWritten original, Corrected current) {
        Posting posting = prepared.posting();
        writeEntry(
                prepared,
                original.time(),
                -current.amountMilli(),
                current.attribution(),
                TokenBuckets.NONE.minus(current.tokens()),
                amendment(prepared, original, false));
        return writeEntry(
                prepared,
                original.time(),
                posting.amount().milli(),
                posting.attribution(),
                posting.tokens(),
                amendment(prepared, original, true));
    }

    private static Amendment amendment(Prepared prepared, EntryWritten original, boolean last) {
        Posting posting = prepared.posting();
        return new Amendment(
                posting.corrects(),
                original.sequence(),
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
        head.write(entry, prepared.key(), prepared.contentHash());
        return new Receipt(Status.RECORDED, entry.sequence());
    }
}
