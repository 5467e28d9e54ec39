package org.weighhouse.ledger.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever is done in whatever order, the index finds what a plain map has. 300,000 steps a run. */
class KeyIndexModelTest {

    private static final int TRIES = 150;
    private static final int STEPS = 2_000;
    private static final IndexSettings SMALL = new IndexSettings(64, 3);
    private static final long[] ENDS = {0, 1, -1, -2, Long.MIN_VALUE, Long.MAX_VALUE};

    private final Map<Long, TreeSet<Long>> model = new HashMap<>();
    private final List<Tuple.Tuple2<Long, Long>> added = new ArrayList<>();
    private List<StoredRun> manifest = List.of();
    private int addedAtFreeze;
    private int addedInManifest;
    private List<StoredRun> written = List.of();
    private KeyIndex index;
    private Runs seen;
    private Random random;
    private long nextNumber = 1;
    private int mostPairsInARun;

    @BeforeTry
    void beginAnew() {
        model.clear();
        added.clear();
        manifest = List.of();
        written = List.of();
        addedInManifest = 0;
        mostPairsInARun = 0;
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theIndexFindsWhatItsModelHas(@ForAll long seed) throws IOException {
        random = new Random(seed);
        try (TestFolder folder = new TestFolder()) {
            index = new KeyIndex(folder.path(), SMALL);
            seen = index.runs();
            for (int i = 0; i < STEPS; i++) {
                step(folder);
            }
            restart(folder);
            model.keySet().forEach(this::compare);
        }
        assertThat(mostPairsInARun).as("merged runs").isGreaterThan(SMALL.tableLimit() * 4);
    }

    private void step(TestFolder folder) throws IOException {
        switch (random.nextInt(60)) {
            case 0 -> restart(folder);
            case 1, 2 -> freeze();
            case 3, 4 -> store();
            case 5, 6 -> install(folder);
            case 7 -> seen = index.runs();
            default -> addAndCompare();
        }
    }

    private void addAndCompare() {
        long key = key();
        compare(key);
        // Negative values too, and the same pair never twice: a replay begins where the checkpoint ends.
        long value = (added.size() + 1L << 20) * (random.nextInt(20) == 0 ? -1 : 1);
        index.add(key, value);
        model.computeIfAbsent(key, k -> new TreeSet<>()).add(value);
        added.add(Tuple.of(key, value));
        compare(key);
        compare(key());
    }

    private void compare(long key) {
        long[] expected = newestFirst(key);
        assertThat(index.candidates(key)).as("key %d", key).isEqualTo(expected);
        long[] both = LongStream.concat(
                        LongStream.of(seen.candidates(key)), LongStream.of(index.candidatesSince(key, seen)))
                .distinct()
                .sorted()
                .toArray();
        assertThat(both).as("seen and since, key %d", key).isEqualTo(sorted(expected));
    }

    private void freeze() {
        if (!index.hasFrozen()) {
            index.freeze();
            addedAtFreeze = added.size();
            assertThat(index.activeSize()).isZero();
        }
    }

    private void store() {
        if (index.hasFrozen()) {
            written = index.store(nextNumber++);
            assertThat(written.stream().mapToLong(StoredRun::count).sum()).isEqualTo(addedAtFreeze);
        }
    }

    private void install(TestFolder folder) throws IOException {
        if (!written.isEmpty()) {
            manifest = written;
            addedInManifest = addedAtFreeze;
            index.install();
            written = List.of();
            folder.keepOnly(manifest);
            manifest.forEach(run -> mostPairsInARun = Math.max(mostPairsInARun, (int) run.count()));
        }
    }

    /** All that is not in the manifest comes again. */
    private void restart(TestFolder folder) throws IOException {
        long sum = index.sum();
        index = new KeyIndex(folder.path(), SMALL);
        index.restore(manifest);
        folder.keepOnly(manifest);
        added.subList(addedInManifest, added.size()).forEach(pair -> index.add(pair.get1(), pair.get2()));
        assertThat(index.sum()).isEqualTo(sum);
        seen = index.runs();
        written = List.of();
    }

    private long key() {
        return switch (random.nextInt(4)) {
            case 0 -> ENDS[random.nextInt(ENDS.length)];
            case 1 -> random.nextInt(50);
            // A few hundred well mixed keys.
            default -> (random.nextInt(400) + 1) * 0x9E3779B97F4A7C15L;
        };
    }

    private long[] newestFirst(long key) {
        return model.getOrDefault(key, new TreeSet<>()).descendingSet().stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static long[] sorted(long[] values) {
        return LongStream.of(values).sorted().toArray();
    }
}
