package org.weighhouse.ledger.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.weighhouse.database.Dialect;
import org.weighhouse.ledger.internal.engine.TestDatabases;

@ParameterizedClass
@EnumSource(Dialect.class)
class JournalStoreTest {

    @Parameter
    Dialect dialect;

    private MeasuredJournalStore store;
    private final JournalChain chain = new JournalChain();

    @BeforeEach
    void open() {
        store = new MeasuredJournalStore(new JdbcJournalStore(TestDatabases.withEmptyJournal(dialect), 2));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEmptyJournalHasNoRows() {
        assertThat(store.last()).isEmpty();
        assertThat(numbers(1, Long.MAX_VALUE)).isEmpty();
        assertThat(numbersOfTimes(0, Long.MAX_VALUE, 1)).isEmpty();
        assertThatThrownBy(() -> store.row(1))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("row 1 is missing");
    }

    @Test
    void aRowReadsBackAsItWasWritten() {
        JournalRow row = TestRows.append(store, chain, 3).get(1);

        assertThat(store.row(2)).usingRecursiveComparison().isEqualTo(row);
    }

    @Test
    void whatIsDurableIsCountedAndTimedAndWhatIsNotIsNot() throws IOException {
        JournalRow last = TestRows.append(store, chain, 3).get(2);
        assertThatThrownBy(() -> store.append(last)).isInstanceOf(JournalException.class);

        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ExpositionFormats.init().getPrometheusTextFormatWriter().write(text, store.metrics());
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("weighhouse_ledger_commit_seconds_count 3\n")
                .contains("weighhouse_ledger_entries_total " + 3.0 * TestRows.ENTRIES + "\n");
    }

    @Test
    void rowsAreReadInOrderFromAnyToAny() {
        TestRows.append(store, chain, 7);

        assertThat(store.last().orElseThrow().seq()).isEqualTo(7);
        assertThat(numbers(1, 7)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(numbers(3, 5)).containsExactly(3L, 4L, 5L);
        assertThat(numbers(6, Long.MAX_VALUE)).containsExactly(6L, 7L);
        assertThat(numbers(8, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void aSecondWriterIsStoppedByTheNumberOfTheRow() {
        TestRows.append(store, chain, 1);

        assertThatThrownBy(() -> TestRows.append(store, new JournalChain(), 1)).isInstanceOf(JournalException.class);
        assertThat(numbers(1, Long.MAX_VALUE)).containsExactly(1L);
    }

    @Test
    void rowsWithoutEntriesAreInNoRangeOfTime() {
        store.append(chain.seal(new RowDraft(0, Long.MAX_VALUE, Long.MIN_VALUE, 1_000, 2, new byte[] {1})));
        TestRows.append(store, chain, 1);

        assertThat(numbersOfTimes(0, Long.MAX_VALUE, 1)).containsExactly(2L);
    }

    /** Late and early entries, rows apart and rows that follow each other. */
    @Test
    void aRangeOfTimeFindsEveryRowThatMayHaveEntriesOfIt() {
        Random random = new Random(7);
        List<JournalRow> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            long time = random.nextInt(10) == 0 ? random.nextInt(1_200) : 10L * i;
            JournalRow row = TestRows.next(chain, time, time + random.nextInt(30), 10);
            store.append(row);
            rows.add(row);
        }
        int found = 0;
        for (int i = 0; i < 60; i++) {
            long from = random.nextInt(1_300);
            long to = from + random.nextInt(100);
            List<Long> expected = rows.stream()
                    .filter(row -> row.mayHaveEntriesIn(from, to))
                    .map(JournalRow::seq)
                    .toList();

            assertThat(numbersOfTimes(from, to, 1)).isEqualTo(expected);
            long first = random.nextInt(130);
            assertThat(numbersOfTimes(from, to, first))
                    .isEqualTo(expected.stream().filter(seq -> seq >= first).toList());
            found += expected.size();
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void readingARangeOfTimeEndsWhenNoMoreIsWanted() {
        TestRows.append(store, new JournalChain(), 20);
        List<Long> numbers = new ArrayList<>();

        store.readEntries(0, 1_000, 4, row -> {
            numbers.add(row.seq());
            return row.seq() < 6;
        });

        assertThat(numbers).containsExactly(4L, 5L, 6L);
    }

    private List<Long> numbers(long first, long last) {
        List<Long> numbers = new ArrayList<>();
        store.readRows(first, last, row -> numbers.add(row.seq()));
        return numbers;
    }

    private List<Long> numbersOfTimes(long from, long to, long first) {
        List<Long> numbers = new ArrayList<>();
        store.readEntries(from, to, first, row -> numbers.add(row.seq()));
        return numbers;
    }
}
