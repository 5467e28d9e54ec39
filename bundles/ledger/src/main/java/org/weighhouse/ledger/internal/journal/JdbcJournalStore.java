package org.weighhouse.ledger.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.database.Database;
import org.weighhouse.database.Dialect;
import org.weighhouse.database.Migrations;

/** The journal as a table, in Derby or PostgreSQL. */
public final class JdbcJournalStore implements JournalStore {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcJournalStore.class);
    private static final String HEADER =
            "seq, first_entry, entry_count, min_time_micros, max_time_micros, recorded_micros, codec_version";
    private static final String INSERT =
            "insert into wh_journal (" + HEADER + ", body, checksum, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "select " + HEADER + ", body, checksum, hash from wh_journal ";
    private static final String ROWS = SELECT + "where seq between ? and ? order by seq";
    private static final String WITH_ENTRIES =
            SELECT + "where entry_count > 0 and max_time_micros >= ? and min_time_micros < ? order by seq";
    private static final String LAST = SELECT + "where seq = (select max(seq) from wh_journal)";

    private final Database database;
    private final Connection writing;
    private final PreparedStatement insert;
    private final int fetchRows;

    /**
     * Opens the writer's connection; the table must be there.
     *
     * @param fetchRows most rows fetched from the server at a time when reading
     * @throws JournalException if the database cannot be reached
     */
    public JdbcJournalStore(Database database, int fetchRows) {
        this.database = database;
        this.fetchRows = fetchRows;
        try {
            this.writing = database.openConnection();
            writing.setAutoCommit(false);
            insistOnDurability();
            this.insert = writing.prepareStatement(INSERT);
        } catch (SQLException e) {
            throw new JournalException("cannot open the journal: " + e.getMessage(), e);
        }
    }

    /** Brings the table up to date. */
    public static void migrate(Database database) {
        database.migrate(Migrations.of(JdbcJournalStore.class, "db/ledger"), "wh_ledger_history");
    }

    /** A server may have been told to acknowledge commits before they are on disk. */
    private void insistOnDurability() throws SQLException {
        if (database.dialect() == Dialect.POSTGRESQL) {
            try (Statement statement = writing.createStatement()) {
                statement.execute("set synchronous_commit = on");
            }
            writing.commit();
        }
    }

    @Override
    public void append(JournalRow row) {
        try {
            insert.setLong(1, row.seq());
            insert.setLong(2, row.firstEntry());
            insert.setInt(3, row.entryCount());
            insert.setLong(4, row.minTime());
            insert.setLong(5, row.maxTime());
            insert.setLong(6, row.recorded());
            insert.setInt(7, row.codecVersion());
            insert.setBytes(8, row.body());
            insert.setLong(9, row.checksum());
            insert.setBytes(10, row.hash());
            if (insert.executeUpdate() != 1) {
                throw new JournalException("the journal did not take row " + row.seq());
            }
            writing.commit();
        } catch (SQLException e) {
            throw new JournalException("the journal could not be written: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<JournalRow> last() {
        List<JournalRow> found = new ArrayList<>(1);
        read(LAST, List.of(), found::add);
        return found.stream().findFirst();
    }

    @Override
    public JournalRow row(long seq) {
        List<JournalRow> found = new ArrayList<>(1);
        readRows(seq, seq, found::add);
        if (found.isEmpty()) {
            throw new JournalDamagedException("journal row " + seq + " is missing");
        }
        return found.getFirst();
    }

    @Override
    public void readRows(long first, long last, Consumer<JournalRow> each) {
        read(ROWS, List.of(first, last), each);
    }

    @Override
    public void readEntries(long from, long to, Consumer<JournalRow> each) {
        read(WITH_ENTRIES, List.of(from, to), each);
    }

    /** Streams: only a few rows are in memory at a time. */
    private void read(String sql, List<Long> parameters, Consumer<JournalRow> each) {
        try (Connection connection = database.dataSource().getConnection()) {
            // PostgreSQL sends everything at once unless a transaction is open.
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(fetchRows);
                for (int i = 0; i < parameters.size(); i++) {
                    select.setLong(i + 1, parameters.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        each.accept(row(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            writing.rollback();
            writing.close();
        } catch (SQLException e) {
            LOG.warn("The journal's connection did not close cleanly: {}", e.getMessage());
        }
    }

    private static JournalRow row(ResultSet rows) throws SQLException {
        return new JournalRow(
                rows.getLong(1),
                rows.getLong(2),
                rows.getInt(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getLong(6),
                rows.getInt(7),
                rows.getBytes(8),
                rows.getLong(9),
                rows.getBytes(10));
    }

    private static JournalException unreadable(SQLException e) {
        return new JournalException("the journal could not be read: " + e.getMessage(), e);
    }
}
