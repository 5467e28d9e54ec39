package org.weighhouse.ledger.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.ledger.internal.files.FileDamagedException;
import org.weighhouse.ledger.internal.files.MappedFile;
import org.weighhouse.ledger.internal.files.StoredFile;

class RunTest {

    private static final long[] ENDS = {0, 1, -1, -2, Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE};

    @TempDir
    Path folder;

    @Test
    void anEmptyRunHasNothing() {
        Run run = write(new PairTable(1));

        assertThat(run.count()).isZero();
        assertThat(find(run, 0)).isEmpty();
        assertThat(find(run, -1)).isEmpty();
    }

    @Test
    void aRunOfOnePairHasIt() {
        for (long key : ENDS) {
            PairTable table = new PairTable(1);
            table.add(key, 5);
            Run run = new RunWriter(folder).write("one" + key, List.of(table.sorted()));

            assertThat(find(run, key)).containsExactly(5);
            assertThat(find(run, key + 3)).isEmpty();
        }
    }

    @Test
    void keysAtTheEndsOfTheRangeAreFoundAmongOthers() {
        PairTable table = mixed(10_000);
        for (long key : ENDS) {
            table.add(key, 1);
            table.add(key, -1);
        }
        Run run = write(table);

        for (long key : ENDS) {
            assertThat(find(run, key)).containsExactly(1, -1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 63, 64, 65, 1_000, 4_097})
    void everyPairIsFoundWhateverTheSize(int pairs) {
        Run run = write(mixed(pairs));

        new Random(pairs).longs(pairs).forEach(key -> assertThat(find(run, key)).containsExactly(key | 1));
        new Random(-pairs).longs(pairs).forEach(key -> assertThat(find(run, key))
                .isEmpty());
    }

    @Test
    void pairsAreSortedByUnsignedKeyAndThenByValue() {
        PairTable table = mixed(5_000);
        for (long value = 500; value > 0; value--) {
            table.add(77, value * 1_000_003);
            table.add(-77, -value);
        }
        Run run = write(table);

        for (long i = 1; i < run.count(); i++) {
            int keys = Long.compareUnsigned(run.key(i - 1), run.key(i));
            assertThat(keys < 0 || keys == 0 && run.value(i - 1) < run.value(i)).isTrue();
        }
        assertThat(find(run, 77)).hasSize(500).startsWith(500 * 1_000_003L);
        assertThat(find(run, -77)).hasSize(500).startsWith(-1);
    }

    @Test
    void keysThatAreNotMixedAreFoundToo() {
        PairTable table = new PairTable(1);
        for (long key = 0; key < 3_000; key++) {
            table.add(key, key + 1);
        }
        Run run = write(table);

        for (long key = 0; key < 3_000; key++) {
            assertThat(find(run, key)).containsExactly(key + 1);
        }
        assertThat(find(run, 3_000)).isEmpty();
    }

    @Test
    void theFilterLetsFewOthersPass() {
        Run run = write(mixed(300_000));
        int asked = 1_000_000;

        long passed = new Random(-1).longs(asked).filter(run::mayHave).count();

        // 0.207 % by calculation, and three parts in ten thousand to both sides.
        assertThat(passed / (double) asked).isCloseTo(expectedFalsePositives(), within(0.0003));
        assertThat(expectedFalsePositives()).isCloseTo(0.00207, within(0.00001));
    }

    @Test
    void mergedRunsHaveThePairsOfAll() {
        PairTable equal = new PairTable(1);
        equal.add(9, 3);
        equal.add(9, 1);
        PairTable more = mixed(1_000);
        more.add(9, 2);
        Run merged = new RunWriter(folder)
                .write("merged", List.of(more.sorted(), new PairTable(1).sorted(), equal.sorted()));

        assertThat(merged.count()).isEqualTo(1_003);
        assertThat(find(merged, 9)).containsExactly(3, 2, 1);
        assertThat(merged.stored()).isEqualTo(Run.open(folder, merged.stored()).stored());
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        StoredRun stored = write(mixed(1_000)).stored();
        try (FileChannel file = FileChannel.open(path(stored), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 1);
        }

        assertThatThrownBy(() -> Run.open(folder, stored))
                .isInstanceOf(FileDamagedException.class)
                .hasMessageContaining("run");
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        StoredRun stored = write(mixed(1_000)).stored();
        Files.delete(path(stored));

        assertThatThrownBy(() -> Run.open(folder, stored)).hasMessageContaining("run");
    }

    @Test
    void anotherMagicVersionOrCountIsRefused() throws IOException {
        StoredRun stored = write(mixed(1_000)).stored();
        for (int at : new int[] {0, 7, 15}) {
            flip(stored, at);
            assertThatThrownBy(() -> Run.open(folder, stored)).isInstanceOf(FileDamagedException.class);
            flip(stored, at);
        }
        assertThat(Run.open(folder, stored).count()).isEqualTo(1_000);
        assertThatThrownBy(() -> Run.open(folder, new StoredRun(stored.file(), 999, stored.sum())))
                .isInstanceOf(FileDamagedException.class);
    }

    @Test
    void aFlippedByteIsFoundWhereverItIs() throws IOException {
        StoredRun stored = write(mixed(1_000)).stored();
        StoredFile file = stored.file();
        assertThat(MappedFile.open(folder, file).isIntact()).isTrue();
        for (long at : new long[] {20, 70, 130, file.length() / 2, file.length() - 1}) {
            flip(stored, at);
            assertThat(MappedFile.open(folder, file).isIntact())
                    .as("byte %d", at)
                    .isFalse();
            flip(stored, at);
        }
    }

    @Test
    void aFlippedByteInAPairStopsTheMerge() throws IOException {
        KeyIndex index = new KeyIndex(folder, new IndexSettings(1_000, 2));
        fillAndFreeze(index, 1);
        StoredRun first = index.store(1).getFirst();
        index.install();
        flip(first, first.file().length() - 1);
        fillAndFreeze(index, 2);

        assertThatThrownBy(() -> index.store(2))
                .isInstanceOf(FileDamagedException.class)
                .hasMessageContaining("index-1.run");
    }

    private static void fillAndFreeze(KeyIndex index, long seed) {
        new Random(seed).longs(1_000).forEach(key -> index.add(key, 1));
        index.freeze();
    }

    @Test
    void aDamagedFilterBlockIsNoticedWhenItIsUsed() throws IOException {
        StoredRun stored = write(mixed(1_000)).stored();
        Run run = Run.open(folder, stored);
        long key = run.key(500);
        long block = FilterBlock.blockOf(key, FilterBlock.blocks(1_000));
        flip(stored, Run.HEADER_BYTES + block * FilterBlock.BYTES);

        assertThatThrownBy(() -> find(run, key)).isInstanceOf(FileDamagedException.class);
    }

    /** The mean of (1 - (63/64)^n)^7 over a Poisson distributed n. */
    private static double expectedFalsePositives() {
        double probability = Math.exp(-FilterBlock.PAIRS);
        double sum = 0;
        for (int n = 0; n < 200; n++) {
            sum += probability * Math.pow(1 - Math.pow(63 / 64.0, n), 7);
            probability *= (double) FilterBlock.PAIRS / (n + 1);
        }
        return sum;
    }

    private Run write(PairTable table) {
        return new RunWriter(folder).write("run", List.of(table.sorted()));
    }

    private static PairTable mixed(int pairs) {
        PairTable table = new PairTable(pairs);
        new Random(pairs).longs(pairs).forEach(key -> table.add(key, key | 1));
        return table;
    }

    private static long[] find(Run run, long key) {
        return new Runs(List.of(run)).candidates(key);
    }

    private Path path(StoredRun stored) {
        return folder.resolve(stored.file().name());
    }

    private void flip(StoredRun stored, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(path(stored));
        bytes[(int) at] = (byte) (bytes[(int) at] ^ 0x81);
        // In place: the file may be mapped.
        try (FileChannel file = FileChannel.open(path(stored), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(bytes, (int) at, 1), at);
        }
    }
}
