package org.weighhouse.ledger.internal.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.weighhouse.ledger.internal.files.FileDamagedException;

/**
 * A multimap from 64-bit keys to 64-bit values, made for keys that are hardly ever there. Keys must be well mixed, such
 * as cut from SHA-256; other keys are found as well, but slowly.
 *
 * <p>New pairs go to the active table. A checkpoint freezes it, stores it as an immutable sorted {@link Run} and drops
 * it; runs of about equal size are merged. In memory there are at most the active and one frozen table.
 *
 * <p>The values of a key are given largest first, each once. A pair that is added twice counts twice in {@link #sum()}
 * and takes its room twice: it is for the caller to replay from exactly the row after the checkpoint.
 *
 * <p>Which thread may call what is said at each method; only the writer thread adds and freezes, only the checkpoint
 * thread stores and installs.
 */
public final class KeyIndex {

    private final IndexSettings settings;
    private final Tiers tiers;
    private final RunWriter writer;
    private final Path folder;

    /** The writer thread's. */
    private PairTable active;

    /** Made ready by the checkpoint thread, so that the writer does not wait for so much memory. */
    private final AtomicReference<PairTable> spare = new AtomicReference<>();

    private long sum;

    /** Changed by the writer only while nothing is frozen, and by the checkpoint thread only while something is. */
    private volatile Generations generations = new Generations(null, new Runs(List.of()));

    /** The checkpoint thread's: stored but not yet installed, or null. */
    private Runs stored;

    /** @param folder of the run files; must be there */
    public KeyIndex(Path folder, IndexSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.tiers = new Tiers(settings);
        this.writer = new RunWriter(folder);
        this.active = new PairTable(settings.tableLimit());
    }

    /**
     * Takes up the runs that a manifest names. Called once, before anything else.
     *
     * @throws FileDamagedException if a file is not there, has another length or is no run
     */
    public void restore(List<StoredRun> runs) {
        if (active.size() > 0 || !runs().list().isEmpty()) {
            throw new IllegalStateException("the index is not empty");
        }
        List<Run> opened = runs.stream().map(run -> Run.open(folder, run)).toList();
        sum = runs.stream().mapToLong(StoredRun::sum).sum();
        generations = new Generations(null, new Runs(opened));
    }

    /**
     * Adds a pair; for the writer thread.
     *
     * @param value not zero
     */
    public void add(long key, long value) {
        active.add(key, value);
        sum += PairSum.of(key, value);
    }

    /** All values of a key, the largest first; for the writer thread. */
    public long[] candidates(long key) {
        Generations now = generations;
        Candidates found = inTables(key, now);
        now.runs().collect(key, found);
        return found.newestFirst();
    }

    /**
     * The values of a key that the caller may not have seen yet, the largest first; for the writer thread. Some may be
     * among those already seen, if runs were merged meanwhile.
     *
     * @param seen where any thread has looked the key up before, see {@link #runs()}
     */
    public long[] candidatesSince(long key, Runs seen) {
        Generations now = generations;
        Candidates found = inTables(key, now);
        now.runs().collectSince(seen, key, found);
        return found.newestFirst();
    }

    /** Pairs in the active table; for the writer thread. */
    public int activeSize() {
        return active.size();
    }

    /**
     * A sum of all pairs ever added, the same for the same pairs in whatever order; for the writer thread. The sums of
     * the runs that {@link #store} returns add up to what this was when the table was frozen.
     */
    public long sum() {
        return sum;
    }

    /**
     * Freezes the active table and begins a new one; for the writer thread.
     *
     * @throws IllegalStateException if there is still a frozen one
     */
    public void freeze() {
        if (hasFrozen()) {
            throw new IllegalStateException("a table is still frozen");
        }
        generations = new Generations(active, runs());
        PairTable ready = spare.getAndSet(null);
        active = ready == null ? new PairTable(settings.tableLimit()) : ready;
    }

    /** Whether a frozen table waits to be stored and installed; for any thread. */
    public boolean hasFrozen() {
        return generations.frozen() != null;
    }

    /** The runs of this moment, to be looked up before the writer thread has its turn; for any thread. */
    public Runs runs() {
        return generations.runs();
    }

    /**
     * Writes the frozen table as a run and merges a tier of runs if one is full; for the checkpoint thread. What is
     * looked up stays as it is. If this fails, or what comes after it, it can be called again with another number. No
     * file is deleted: those that no manifest names are for the owner of the folder to delete, once nothing is being
     * stored.
     *
     * @param number names the new files; never used before in this folder
     * @return all runs that the next manifest must name
     * @throws java.io.UncheckedIOException if the disk does not take them
     * @throws FileDamagedException if the runs to be merged are not as they were written
     * @throws IllegalStateException if nothing is frozen
     */
    public List<StoredRun> store(long number) {
        stored = null;
        spare.set(new PairTable(settings.tableLimit()));
        Generations now = generations;
        if (now.frozen() == null) {
            throw new IllegalStateException("no table is frozen");
        }
        List<Run> runs = new ArrayList<>(now.runs().list());
        if (now.frozen().size() > 0) {
            runs.add(writer.write(
                    "index-" + number + ".run", List.of(now.frozen().sorted())));
        }
        List<Run> due = tiers.due(runs);
        if (!due.isEmpty()) {
            runs.removeAll(due);
            runs.add(merge("index-" + number + "-merged.run", due));
        }
        stored = new Runs(runs);
        return stored.stored();
    }

    /**
     * Looks up the stored runs from now on and drops the frozen table; for the checkpoint thread, once the manifest that
     * names them is durable.
     *
     * @throws IllegalStateException if nothing was stored
     */
    public void install() {
        if (stored == null) {
            throw new IllegalStateException("nothing was stored");
        }
        generations = new Generations(null, stored);
        stored = null;
    }

    private Candidates inTables(long key, Generations now) {
        Candidates found = new Candidates();
        active.collect(key, found);
        if (now.frozen() != null) {
            now.frozen().collect(key, found);
        }
        return found;
    }

    private Run merge(String name, List<Run> due) {
        Run merged = writer.write(name, due);
        long expected = due.stream().mapToLong(run -> run.stored().sum()).sum();
        if (merged.stored().sum() != expected) {
            throw new FileDamagedException("a run is damaged: one of "
                    + due.stream().map(run -> run.stored().file().name()).toList());
        }
        return merged;
    }

    /** @param frozen the frozen table, or null */
    private record Generations(PairTable frozen, Runs runs) {}
}
