package org.weighhouse.ledger.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyIndexTest {

    @TempDir
    Path folder;

    @Test
    void theValuesOfAKeyComeNewestFirstAndOnceWhereverTheyAre() {
        KeyIndex index = index(100, 8);
        index.add(7, 3);
        index.add(7, 1);
        checkpoint(index, 1);
        index.add(7, 4);
        index.add(7, 3);
        index.freeze();
        index.add(7, 2);
        index.add(8, 9);

        assertThat(index.candidates(7)).containsExactly(4, 3, 2, 1);
        assertThat(index.candidates(9)).isEmpty();
    }

    @Test
    void whatWasSeenIsNotLookedUpAgain() {
        KeyIndex index = index(100, 8);
        index.add(7, 1);
        checkpoint(index, 1);
        Runs seen = index.runs();
        index.add(7, 2);
        checkpoint(index, 2);
        index.add(7, 3);
        index.freeze();
        index.add(7, 4);

        assertThat(seen.candidates(7)).containsExactly(1);
        assertThat(index.candidatesSince(7, seen)).containsExactly(4, 3, 2);
        assertThat(index.candidatesSince(7, index.runs())).containsExactly(4, 3);
    }

    @Test
    void theTableGrowsBeyondItsLimit() {
        KeyIndex index = index(10, 8);
        for (long i = 1; i <= 10_000; i++) {
            index.add(i * 0x9E3779B97F4A7C15L, i);
        }

        assertThat(index.activeSize()).isEqualTo(10_000);
        for (long i = 1; i <= 10_000; i++) {
            assertThat(index.candidates(i * 0x9E3779B97F4A7C15L)).containsExactly(i);
        }
    }

    @Test
    void nothingNewIsLookedUpBeforeItIsInstalled() {
        KeyIndex index = index(100, 8);
        index.add(7, 1);
        index.freeze();
        index.store(1);

        assertThat(index.runs().candidates(7)).isEmpty();
        assertThat(index.candidates(7)).containsExactly(1);
        index.install();
        assertThat(index.runs().candidates(7)).containsExactly(1);
        assertThat(index.candidates(7)).containsExactly(1);
    }

    @Test
    void storingIsTriedAgainAfterAFailure() throws IOException {
        KeyIndex index = index(100, 8);
        index.add(7, 1);
        index.freeze();
        Files.createFile(folder.resolve("index-1.run"));

        assertThatThrownBy(() -> index.store(1)).isInstanceOf(UncheckedIOException.class);
        assertThatIllegalStateException().isThrownBy(index::install);
        assertThat(index.candidates(7)).containsExactly(1);
        index.store(2);
        index.install();
        assertThat(index.candidates(7)).containsExactly(1);
        assertThat(index.hasFrozen()).isFalse();
    }

    @Test
    void aFailedStoreTakesBackTheOneBefore() throws IOException {
        KeyIndex index = index(100, 8);
        index.add(7, 1);
        index.freeze();
        index.store(1);
        Files.createFile(folder.resolve("index-2.run"));

        assertThatThrownBy(() -> index.store(2)).isInstanceOf(UncheckedIOException.class);
        assertThatIllegalStateException().isThrownBy(index::install);
    }

    @Test
    void aCheckpointOfNothingNewWritesNothing() {
        KeyIndex index = index(100, 2);
        List<StoredRun> none = checkpoint(index, 1);
        index.add(7, 1);
        List<StoredRun> one = checkpoint(index, 2);

        assertThat(none).isEmpty();
        assertThat(checkpoint(index, 3)).isEqualTo(one).hasSize(1);
    }

    @Test
    void equallyLargeRunsAreMergedAndTheOthersLeft() throws IOException {
        KeyIndex index = index(1_000, 4);
        Random random = new Random(1);
        for (int table = 1; table <= 16; table++) {
            random.longs(1_000).forEach(key -> index.add(key, 1));
            checkpoint(index, table);
        }
        // The sixteenth made the fourth run of 4,000, which is due at the next checkpoint.
        assertThat(counts(index)).containsExactly(4_000L, 4_000L, 4_000L, 4_000L);
        index.add(5, 5);
        checkpoint(index, 17);
        assertThat(counts(index)).containsExactly(1L, 16_000L);
        long sum = index.sum();

        KeyIndex again = index(1_000, 4);
        again.restore(index.runs().stored());
        assertThat(again.sum()).isEqualTo(sum);
        new Random(1).longs(16_000).forEach(key -> assertThat(again.candidates(key))
                .containsExactly(1));
        // Nobody but the folder's owner deletes files.
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.count()).isEqualTo(17 + 5);
        }
    }

    @Test
    void manySmallCheckpointsLeaveFewRuns() {
        KeyIndex index = index(100_000, 8);
        for (int i = 1; i <= 500; i++) {
            index.add(i * 0x9E3779B97F4A7C15L, i);
            checkpoint(index, i);
            assertThat(index.runs().stored()).hasSizeLessThan(8);
        }
    }

    @Test
    void theSumTellsValuesOfOtherKeysApart() {
        KeyIndex one = index(100, 8);
        one.add(1, 10);
        one.add(2, 20);
        KeyIndex reordered = index(100, 8);
        reordered.add(2, 20);
        reordered.add(1, 10);
        KeyIndex exchanged = index(100, 8);
        exchanged.add(1, 20);
        exchanged.add(2, 10);

        assertThat(reordered.sum()).isEqualTo(one.sum());
        assertThat(exchanged.sum()).isNotEqualTo(one.sum());
    }

    @Test
    void wrongUseIsRefused() {
        KeyIndex index = index(100, 8);
        assertThatIllegalStateException().isThrownBy(index::install);
        assertThatIllegalStateException().isThrownBy(() -> index.store(1));
        assertThatIllegalArgumentException().isThrownBy(() -> index.add(1, 0));
        index.add(1, 1);
        assertThatIllegalStateException().isThrownBy(() -> index.restore(List.of()));
        index.freeze();
        assertThatIllegalStateException().isThrownBy(index::freeze);
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexSettings(0, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexSettings(1, 1));
    }

    private KeyIndex index(int tableLimit, int mergeFactor) {
        return new KeyIndex(folder, new IndexSettings(tableLimit, mergeFactor));
    }

    private static List<StoredRun> checkpoint(KeyIndex index, long number) {
        index.freeze();
        List<StoredRun> runs = index.store(number);
        index.install();
        return runs;
    }

    private static List<Long> counts(KeyIndex index) {
        return index.runs().stored().stream().map(StoredRun::count).toList();
    }
}
