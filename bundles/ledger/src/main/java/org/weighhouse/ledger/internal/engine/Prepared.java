package org.weighhouse.ledger.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.ledger.internal.memory.ContentHash;
import org.weighhouse.ledger.internal.memory.Memory;
import org.weighhouse.ledger.internal.memory.Memory.Look;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Micros;
import org.weighhouse.ledger.internal.record.ReferenceName;

/**
 * A posting with what can be worked out on the caller's thread.
 *
 * @param contentHash of a correction or restatement; 0 of a fact
 */
record Prepared(WorkspaceId workspace, Posting posting, long time, Look look, long contentHash) {

    static List<Prepared> of(WorkspaceId workspace, List<Posting> postings, Memory memory) {
        List<Prepared> prepared = new ArrayList<>(postings.size());
        for (Posting posting : postings) {
            prepared.add(of(workspace, posting, memory));
        }
        return prepared;
    }

    private static Prepared of(WorkspaceId workspace, Posting posting, Memory memory) {
        long time = Micros.of(posting.time());
        Look look = memory.look(workspace, posting.source(), posting.id());
        if (posting.mode() == Posting.Mode.FACT) {
            return new Prepared(workspace, posting, time, look, 0);
        }
        // The writer will need it; whoever reads it here has it in the cache by then.
        memory.look(workspace, posting.source(), posting.subject());
        return new Prepared(
                workspace,
                posting,
                time,
                look,
                ContentHash.of(
                        posting.unit(),
                        posting.amount().milli(),
                        posting.attribution(),
                        posting.measures(),
                        posting.subject()));
    }

    boolean hasReference() {
        return !posting.reference().isNone();
    }

    /** What it is found by beside its id, if it has a reference. */
    ReferenceName name() {
        return new ReferenceName(
                workspace, posting.attribution().channel(), posting.reference().value());
    }

    /** What to answer, as an entry was written under the same id before. What a platform called it does not matter. */
    Receipt.Status statusBeside(EntryWritten entry) {
        if (entry.isCorrection() || posting.mode() != Posting.Mode.FACT) {
            boolean same = entry.isCorrection() && entry.correction().contentHash() == contentHash;
            return same ? Receipt.Status.DUPLICATE : Receipt.Status.CONFLICT;
        }
        boolean same = entry.unit() == posting.unit()
                && entry.attribution().equals(posting.attribution())
                && entry.measures().equals(posting.measures());
        if (same
                && entry.time() == time
                && entry.amountMilli() == posting.amount().milli()) {
            return Receipt.Status.DUPLICATE;
        }
        return same && entry.time() != time ? Receipt.Status.DUPLICATE_OTHER_TIME : Receipt.Status.CONFLICT;
    }
}
