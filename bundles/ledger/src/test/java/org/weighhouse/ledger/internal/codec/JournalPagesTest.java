package org.weighhouse.ledger.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.ledger.internal.journal.JournalChain;
import org.weighhouse.ledger.internal.journal.JournalDamagedException;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;
import org.weighhouse.ledger.internal.journal.RowDraft;
import org.weighhouse.ledger.internal.record.Correction;
import org.weighhouse.ledger.internal.record.EntryWritten;

class JournalPagesTest {

    private static final int ROWS = 8;

    private final RowsInMemory store = new RowsInMemory();
    private final long bytesARow = JournalPage.bytesOf(store.rows.getFirst());

    @Test
    void aRowIsReadOnce() {
        JournalPages pages = new JournalPages(store, ROWS * bytesARow);

        assertThat(pages.page(3).entry(0).sequence()).isEqualTo(3);
        assertThat(pages.page(3).seq()).isEqualTo(3);

        assertThat(store.read).containsExactly(3L);
    }

    @Test
    void aRowThatWasJustWrittenIsNotRead() {
        JournalPages pages = new JournalPages(store, ROWS * bytesARow);

        pages.put(store.rows.get(4));

        assertThat(pages.page(5).entry(0).sequence()).isEqualTo(5);
        assertThat(store.read).isEmpty();
    }

    @Test
    void whatWasNotAskedForLongestGivesWay() {
        JournalPages pages = new JournalPages(store, 3 * bytesARow);
        read(pages, 1, 2, 3, 1, 4);
        store.read.clear();

        read(pages, 1, 3, 4, 2);

        assertThat(store.read).containsExactly(2L);
    }

    @Test
    void theLastRowIsKeptThoughItIsLargerThanTheLimit() {
        JournalPages pages = new JournalPages(store, 0);

        read(pages, 1, 1, 2, 1);

        assertThat(store.read).containsExactly(1L, 2L, 1L);
    }

    @Test
    void aDamagedRowIsRefusedEachTime() {
        JournalRow row = store.rows.get(1);
        row.body()[row.body().length - 1] ^= 1;
        JournalPages pages = new JournalPages(store, ROWS * bytesARow);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> pages.page(2))
                    .isInstanceOf(JournalDamagedException.class)
                    .hasMessageContaining("row 2");
        }
    }

    @Test
    void manyThreadsReadTheSameRows() {
        JournalPages pages = new JournalPages(store, 2 * bytesARow);

        LongStream.range(0, 20_000).parallel().forEach(i -> {
            long seq = 1 + i * 7 % ROWS;
            assertThat(pages.page(seq).entry(0).sequence()).isEqualTo(seq);
        });
        store.read.clear();
        read(pages, 1, 2, 1, 2);

        assertThat(store.read).hasSizeLessThanOrEqualTo(2);
    }

    private static void read(JournalPages pages, long... numbers) {
        for (long seq : numbers) {
            assertThat(pages.page(seq).seq()).isEqualTo(seq);
        }
    }

    /** Rows of one entry each, of the same length; tells which were read. */
    private static final class RowsInMemory implements JournalStore {

        private final List<JournalRow> rows = new ArrayList<>();
        private final List<Long> read = new CopyOnWriteArrayList<>();

        RowsInMemory() {
            JournalChain chain = new JournalChain();
            for (int i = 1; i <= ROWS; i++) {
                RecordEncoder encoder = new RecordEncoder();
                encoder.add(new EntryWritten(
                        i,
                        i,
                        new WorkspaceId("acme"),
                        "r",
                        "id" + i,
                        i,
                        Unit.AI_TOKEN,
                        1,
                        Measures.NONE,
                        Attribution.NONE,
                        "",
                        0,
                        Correction.NONE));
                rows.add(chain.seal(new RowDraft(1, i, i, i, RecordEncoder.VERSION, encoder.toBytes())));
            }
        }

        @Override
        public JournalRow row(long seq) {
            read.add(seq);
            return rows.get((int) seq - 1);
        }

        @Override
        public void append(JournalRow row) {
            throw new UnsupportedOperationException("pages are read, and nothing else");
        }

        @Override
        public Optional<JournalRow> last() {
            throw new UnsupportedOperationException("pages are read, and nothing else");
        }

        @Override
        public void readRows(long first, long last, Consumer<JournalRow> each) {
            throw new UnsupportedOperationException("pages are read, and nothing else");
        }

        @Override
        public void readEntries(long from, long to, long first, Predicate<JournalRow> each) {
            throw new UnsupportedOperationException("pages are read, and nothing else");
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException("pages are read, and nothing else");
        }
    }
}
