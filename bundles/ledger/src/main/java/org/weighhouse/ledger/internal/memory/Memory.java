package org.weighhouse.ledger.internal.memory;

import java.util.Optional;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.index.KeyIndex;
import org.weighhouse.ledger.internal.index.Runs;
import org.weighhouse.ledger.internal.record.AmendmentSaid;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.HoldName;
import org.weighhouse.ledger.internal.record.HoldSettled;

/**
 * Knows what was ever written, so that nothing counts twice. The index only says where to look: what it finds counts
 * when the journal has it there. {@link #look} may be called by any thread, all else by the writer only.
 */
public final class Memory {

    private final KeyIndex index;
    private final Past durable;
    private final References references;

    /** @param durable reads what is in the journal; any thread may */
    public Memory(KeyIndex index, Past durable) {
        this.index = index;
        this.durable = durable;
        this.references = new References(index);
    }

    /** What is known by platforms' names. */
    public References references() {
        return references;
    }

    /** An entry and its location. */
    public record Found(long location, EntryWritten entry) {}

    /**
     * A look into what was stored, ahead of the writer's.
     *
     * @param runs where it was looked for
     */
    public record Look(long key, Runs runs, Optional<Found> found) {}

    /** Looks for a posting where the reading may take its time. */
    public Look look(WorkspaceId workspace, String source, String id) {
        long key = Keys.of(workspace, source, id);
        Runs runs = index.runs();
        return new Look(key, runs, named(runs.candidates(key), durable, workspace, source, id));
    }

    /** Ends a look: finds what was written meanwhile, or is not stored yet. */
    public Optional<Found> find(Look look, Past past, WorkspaceId workspace, String source, String id) {
        return look.found().isPresent()
                ? look.found()
                : named(index.candidatesSince(look.key(), look.runs()), past, workspace, source, id);
    }

    /** Finds a posting. */
    public Optional<Found> find(Past past, WorkspaceId workspace, String source, String id) {
        return named(index.candidates(Keys.of(workspace, source, id)), past, workspace, source, id);
    }

    private static Optional<Found> named(
            long[] candidates, Past past, WorkspaceId workspace, String source, String id) {
        for (long location : candidates) {
            EntryWritten entry = past.entry(location);
            if (entry.id().equals(id)
                    && entry.source().equals(source)
                    && entry.workspace().equals(workspace)
                    && entry.correction().last()) {
                return Optional.of(new Found(location, entry));
            }
        }
        return Optional.empty();
    }

    /** The last correction of the entry at a location. */
    public Optional<EntryWritten> lastCorrection(Past past, long original) {
        for (long location : index.candidates(Keys.ofCorrections(original))) {
            EntryWritten entry = past.entry(location);
            if (entry.isCorrection() && entry.correction().original() == original) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** How a hold ended; empty if it never was, or is still open. */
    public Optional<HoldSettled> ended(Past past, HoldName hold) {
        for (long row : index.candidates(Keys.of(hold))) {
            Optional<HoldSettled> settled = past.settled(row, hold);
            if (settled.isPresent()) {
                return settled;
            }
        }
        return Optional.empty();
    }

    /** Remembers an entry by its id and, if it is a correction, by what it corrects. */
    public void add(EntryWritten entry, long location) {
        add(entry, location, Keys.of(entry));
    }

    /** The same, where the key is known. */
    public void add(EntryWritten entry, long location, long key) {
        if (entry.hasReference()) {
            references.add(entry, location);
        }
        if (!entry.correction().last()) {
            return;
        }
        index.add(key, location);
        if (entry.isCorrection()) {
            index.add(Keys.ofCorrections(entry.correction().original()), location);
        }
    }

    /** Remembers an amendment. */
    public void add(AmendmentSaid said, long location) {
        references.add(said, location);
    }

    /** Remembers how a hold ended. */
    public void add(HoldSettled settled, long row) {
        index.add(Keys.of(settled.name()), row);
    }
}
