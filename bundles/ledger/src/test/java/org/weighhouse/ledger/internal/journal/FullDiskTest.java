package org.weighhouse.ledger.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.database.Dialect;
import org.weighhouse.database.OwnedDatabase;

/** A disk that is really full. What a lost answer does is told by the engine's tests. */
class FullDiskTest {

    private static final int BODY_BYTES = 40_000;

    private final JournalChain writing = new JournalChain();
    private final List<JournalRow> acknowledged = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"DERBY, 24", "POSTGRESQL, 120"})
    void nothingIsAcknowledgedThatDidNotFitAndNothingAcknowledgedIsLost(Dialect dialect, int megabytes)
            throws Exception {
        int moreThanFit = megabytes * 1_100_000 / BODY_BYTES;
        try (SmallDisk disk = new SmallDisk(megabytes)) {
            DatabaseOnDisk full = DatabaseOnDisk.open(dialect, disk.folder());
            // An embedded database is closed while its disk is full; a server goes on, and is then stopped as by a
            // crash.
            try (Closeable server = full.server()) {
                try (OwnedDatabase database = full.database()) {
                    JdbcJournalStore.migrate(database);
                    try (JournalStore store = new JdbcJournalStore(database, 16)) {
                        assertThatThrownBy(() -> fill(store, moreThanFit)).isInstanceOf(JournalException.class);
                    }
                }
                disk.growTo(3 * megabytes);
            }
            assertThat(acknowledged).hasSizeBetween(moreThanFit / 4, moreThanFit);

            try (DatabaseOnDisk home = DatabaseOnDisk.open(dialect, disk.folder());
                    JournalStore store = new JdbcJournalStore(home.database(), 16)) {
                JournalChain reading = readAll(store);
                store.append(TestRows.next(reading, 1, 2, BODY_BYTES));
                assertThat(readAll(store).lastSeq()).isEqualTo(reading.lastSeq());
            }
        }
    }

    private void fill(JournalStore store, int rows) {
        for (int i = 0; i < rows; i++) {
            JournalRow row = TestRows.next(writing, i, i, BODY_BYTES);
            store.append(row);
            acknowledged.add(row);
        }
    }

    /** Everything that was acknowledged must be there; the row whose append failed may be. */
    private JournalChain readAll(JournalStore store) {
        JournalChain chain = new JournalChain();
        List<JournalRow> found = new ArrayList<>();
        store.readRows(1, Long.MAX_VALUE, row -> {
            chain.check(row);
            found.add(row);
        });
        assertThat(found).hasSizeGreaterThanOrEqualTo(acknowledged.size());
        for (JournalRow row : acknowledged) {
            assertThat(found.get((int) row.seq() - 1).hash()).isEqualTo(row.hash());
        }
        return chain;
    }
}
