package org.weighhouse.ledger.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One thread adds and freezes, one stores, merges and installs, four look up: no pair is ever out of sight. */
class KeyIndexConcurrencyTest {

    private static final int READERS = 4;
    private static final int TABLE = 2_000;
    private static final int CHECKPOINTS = 60;

    private final AtomicLong added = new AtomicLong();
    private final AtomicLong installed = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();
    private final CountDownLatch readersAtWork = new CountDownLatch(READERS);

    @Test
    void everyPairIsFoundWhileRunsAreStoredAndMerged() throws Exception {
        try (TestFolder folder = new TestFolder();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            KeyIndex index = new KeyIndex(folder.path(), new IndexSettings(TABLE, 3));
            List<Future<Long>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                int seed = i;
                readers.add(threads.submit(() -> read(index, seed)));
            }
            Future<?> checkpoints = threads.submit(() -> checkpoint(index, folder));
            try {
                readersAtWork.await(1, TimeUnit.MINUTES);
                write(index, checkpoints);
            } finally {
                done.set(true);
            }
            checkpoints.get(1, TimeUnit.MINUTES);
            for (Future<Long> reader : readers) {
                assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();
            }
            assertThat(index.runs().stored()).hasSizeLessThan(12);
        }
    }

    /** The writer: what a reader saw and what is new together are always all. */
    private void write(KeyIndex index, Future<?> checkpoints) {
        Random random = new Random(42);
        Runs seen = index.runs();
        for (int checkpoint = 0; checkpoint < CHECKPOINTS; checkpoint++) {
            do {
                long number = added.get() + 1;
                index.add(key(number), number);
                added.set(number);
                long asked = random.nextLong(number) + 1;
                if (seen.candidates(key(asked)).length == 0) {
                    assertThat(index.candidatesSince(key(asked), seen)).containsExactly(asked);
                }
                assertThat(index.candidates(key(asked))).containsExactly(asked);
                if (random.nextInt(1_000) == 0) {
                    seen = index.runs();
                }
            } while (index.activeSize() < TABLE || index.hasFrozen() && !checkpoints.isDone());
            index.freeze();
        }
    }

    private Void checkpoint(KeyIndex index, TestFolder folder) throws Exception {
        long number = 0;
        while (!done.get() || index.hasFrozen()) {
            if (index.hasFrozen()) {
                List<StoredRun> runs = index.store(++number);
                index.install();
                installed.set(runs.stream().mapToLong(StoredRun::count).sum());
                folder.keepOnly(runs);
            } else {
                Thread.onSpinWait();
            }
        }
        return null;
    }

    /** A caller's thread: sees all that was installed before it asked, and nothing that was never added. */
    private long read(KeyIndex index, int seed) {
        Random random = new Random(seed);
        long found = 0;
        readersAtWork.countDown();
        while (!done.get()) {
            long known = installed.get();
            Runs runs = index.runs();
            if (known > 0) {
                // Tables are installed in the order in which their pairs were added.
                long asked = random.nextLong(known) + 1;
                assertThat(runs.candidates(key(asked))).containsExactly(asked);
                found++;
            }
            assertThat(runs.candidates(key(-1 - random.nextInt(1_000_000)))).isEmpty();
        }
        return found;
    }

    private static long key(long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        return (mixed ^ mixed >>> 32) * 0xBF58476D1CE4E5B9L;
    }
}
