package org.weighhouse.meter.internal;

import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Reference;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.UnaskedUsage;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.LedgerEntry;

/** What the meter asks of a ledger's contents. */
class FakeQueries implements UnaskedUsage {

    final FakeBook book = new FakeBook();

    /** Runs once after the next look at a dossier: what somebody else does just then. */
    Optional<Runnable> meanwhile = Optional.empty();

    @Override
    public Dossier dossier(WorkspaceId workspace, String channel, Reference reference) {
        Dossier dossier;
        synchronized (this) {
            dossier = book.dossier(new FakeBook.Place(workspace, channel, reference));
        }
        Optional<Runnable> other = meanwhile;
        meanwhile = Optional.empty();
        other.ifPresent(Runnable::run);
        return dossier;
    }

    @Override
    public synchronized List<LedgerEntry> find(WorkspaceId workspace, String channel, Reference reference) {
        return book.named(new FakeBook.Place(workspace, channel, reference)).reversed().stream()
                .limit(MAX_ENTRIES)
                .toList();
    }
}
