package org.weighhouse.ledger.internal.index;

import java.util.List;

/** The runs at one moment. Immutable and thread-safe; its files may be deleted from their folder while it is used. */
public final class Runs {

    private final List<Run> list;

    Runs(List<Run> list) {
        this.list = List.copyOf(list);
    }

    /** The values of a key in these runs, each once, the largest first. */
    public long[] candidates(long key) {
        Candidates found = new Candidates();
        collect(key, found);
        return found.newestFirst();
    }

    /** What a manifest must name to have these runs again. */
    public List<StoredRun> stored() {
        return list.stream().map(Run::stored).toList();
    }

    List<Run> list() {
        return list;
    }

    void collect(long key, Candidates into) {
        for (Run run : list) {
            run.collect(key, into);
        }
    }

    /** Only from the runs that the others have not. */
    void collectSince(Runs seen, long key, Candidates into) {
        if (seen == this) {
            return;
        }
        for (Run run : list) {
            if (!seen.list.contains(run)) {
                run.collect(key, into);
            }
        }
    }
}
