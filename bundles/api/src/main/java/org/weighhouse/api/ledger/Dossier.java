package org.weighhouse.api.ledger;

import java.util.List;
import java.util.Optional;

/**
 * All that is known under one reference of a workspace and channel.
 *
 * @param entries the oldest entry that was written under this name and is no correction; empty if nothing was counted
 *     under it yet. At most one
 * @param amendments what was said of it, in the order it was written down
 */
public record Dossier(List<LedgerEntry> entries, List<Amendment> amendments) {

    /** Most amendments that are kept for one reference. */
    public static final int MAX_AMENDMENTS = 10_000;

    public static final Dossier EMPTY = new Dossier(List.of(), List.of());

    public Dossier {
        entries = List.copyOf(entries);
        amendments = List.copyOf(amendments);
    }

    public Optional<LedgerEntry> original() {
        return entries.stream().findFirst();
    }

    /** What a decision made on this dossier rests on. */
    public Basis basis() {
        return new Basis(!entries.isEmpty(), amendments.size());
    }

    /**
     * The state of a reference that a decision rests on: the ledger refuses it as stale if the state is another by then.
     *
     * @param counted whether something was counted under the reference. Not looked at as long as there are no amendments
     * @param amendments how many there were
     */
    public record Basis(boolean counted, int amendments) {

        /** Nothing was ever said of it. */
        public static final Basis NO_AMENDMENTS = new Basis(false, 0);
    }
}
