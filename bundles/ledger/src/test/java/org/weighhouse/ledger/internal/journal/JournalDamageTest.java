package org.weighhouse.ledger.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.database.Database;
import org.weighhouse.database.Dialect;
import org.weighhouse.ledger.internal.engine.TestDatabases;

/** Whatever happens to a row under the ledger, the chain finds it and names the row. */
@ParameterizedClass
@EnumSource(Dialect.class)
class JournalDamageTest {

    private static final int ROWS = 4;

    @Parameter
    Dialect dialect;

    private Database database;
    private JournalStore store;
    private List<JournalRow> rows;

    @BeforeEach
    void fill() {
        database = TestDatabases.withEmptyJournal(dialect);
        store = new JdbcJournalStore(database, 16);
        rows = TestRows.append(store, new JournalChain(), ROWS);
        checkAll();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "first_entry, 8",
        "entry_count, 4",
        "min_time_micros, 8",
        "max_time_micros, 8",
        "recorded_micros, 8",
        "codec_version, 4",
        "checksum, 8"
    })
    void anyChangedByteOfANumberIsFound(String column, int bytes) throws SQLException {
        long before = number("select " + column + " from wh_journal where seq = 2");
        for (int i = 0; i < bytes; i++) {
            long changed = before ^ 0x40L << 8 * i;
            change("update wh_journal set " + column + " = ? where seq = 2", changed);
            assertFound().hasMessageContaining("row 2 has a wrong checksum");
        }
        change("update wh_journal set " + column + " = ? where seq = 2", before);
        checkAll();
    }

    @Test
    void anyChangedByteOfABodyIsFound() throws SQLException {
        byte[] body = rows.get(1).body();
        for (int i = 0; i < body.length; i++) {
            change("update wh_journal set body = ? where seq = 2", flipped(body, i));
            assertFound().hasMessageContaining("row 2 has a wrong checksum");
        }
    }

    @Test
    void anyChangedByteOfAHashIsFound() throws SQLException {
        byte[] hash = rows.get(1).hash();
        for (int i = 0; i < hash.length; i++) {
            change("update wh_journal set hash = ? where seq = 2", flipped(hash, i));
            assertFound().hasMessageContaining("row 2 does not follow");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 59})
    void aLastRowOfWhichOnlyTheBeginningWasWrittenIsFound(int written) throws SQLException {
        change(
                "update wh_journal set body = ? where seq = 4",
                Arrays.copyOf(rows.getLast().body(), written));

        assertFound().hasMessageContaining("row 4 has a wrong checksum");
    }

    /** As a disk leaves it that kept the place for a row but not all of its pages. */
    @Test
    void aLastRowThatIsHalfZeroesIsFound() throws SQLException {
        byte[] body = rows.getLast().body();
        change("update wh_journal set body = ? where seq = 4", Arrays.copyOf(Arrays.copyOf(body, 30), body.length));

        assertFound().hasMessageContaining("row 4 has a wrong checksum");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aMissingRowIsFound(int seq) throws SQLException {
        change("delete from wh_journal where seq = ?", seq);

        assertFound().hasMessageContaining("row " + seq + " is missing");
    }

    @Test
    void rowsThatChangedPlacesAreFound() throws SQLException {
        change("update wh_journal set seq = 99 where seq = ?", 2);
        change("update wh_journal set seq = 2 where seq = ?", 3);
        change("update wh_journal set seq = 3 where seq = ?", 99);

        assertFound().hasMessageContaining("row 2 has a wrong checksum");
    }

    /** Its number, its counts and its checksum are right; only what came before was something else. */
    @Test
    void aRowOfAnotherJournalIsFound() throws SQLException {
        JournalChain other = new JournalChain();
        TestRows.next(other, 1, 2, 61);
        JournalRow foreign = TestRows.next(other, 20, 25, 60);
        JournalChain.checkAlone(foreign);
        change("delete from wh_journal where seq = ?", 2);
        store.append(foreign);

        assertFound().hasMessageContaining("row 2 does not follow");
    }

    @Test
    void aDamagedRowIsNotReadForARangeOfTimeEither() throws SQLException {
        change(
                "update wh_journal set body = ? where seq = 2",
                flipped(rows.get(1).body(), 5));

        assertThatThrownBy(() -> store.readEntries(0, 100, 1, row -> true))
                .isInstanceOf(JournalDamagedException.class)
                .hasMessageContaining("row 2");
    }

    private AbstractThrowableAssert<?, ?> assertFound() {
        return assertThatThrownBy(this::checkAll).isInstanceOf(JournalDamagedException.class);
    }

    private void checkAll() {
        JournalChain chain = new JournalChain();
        store.readRows(1, Long.MAX_VALUE, chain::check);
        assertThat(chain.lastSeq()).isEqualTo(ROWS);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x10;
        return changed;
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void change(String sql, Object value) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, value);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
