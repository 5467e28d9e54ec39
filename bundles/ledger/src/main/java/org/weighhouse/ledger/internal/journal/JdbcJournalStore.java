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
import java.util.function.Predicate;
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
    private static final String HEADERS = "select " + HEADER + " from wh_journal where seq > ? and seq <= ? order by seq"
            + " fetch first %d rows only";
    private static final String ROW =
            "select " + HEADER + ", body, checksum, hash from wh_journal where seq = ?";
    private static final String LAST = "select max(seq) from wh_journal";
    private static final byte[] NO_BYTES = {};

    private final Database database;
    private final Connection writing;
    private final PreparedStatement insert;
    private final int pageRows;

    /**
     * Brings the table up to date and opens the writer's connection.
     *
     * @param pageRows most rows looked at in one reading transaction
     * @throws JournalException if the database cannot be reached
     */
    public JdbcJournalStore(Database database, int pageRows) {
        this.database = database;
        this.pageRows = pageRows;
        database.migrate(Migrations.of(JdbcJournalStore.class, "db/ledger"), "wh_ledger_history");
        try {
            this.writing = database.openConnection();
            writing.setAutoCommit(false);
            insistOnDurability();
            this.insert = writing.prepareStatement(INSERT);
        } catch (SQLException e) {
            throw new JournalException("cannot open the journal: " + e.getMessage(), e);
        }
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

    /** Number of the last row; 0 if there is none. */
    public long lastSeq() {
        try (Connection connection = database.dataSource().getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(LAST)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw unreadable(e);
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
    public void read(long after, long through, Predicate<JournalRow> wanted, Consumer<JournalRow> each) {
        long last = after;
        List<JournalRow> headers = headers(last, through);
        while (!headers.isEmpty()) {
            for (JournalRow header : headers) {
                if (wanted.test(header)) {
                    each.accept(row(header.seq()));
                }
            }
            last = headers.getLast().seq();
            headers = headers(last, through);
        }
    }

    private List<JournalRow> headers(long after, long through) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(HEADERS.formatted(pageRows))) {
            select.setLong(1, after);
            select.setLong(2, through);
            List<JournalRow> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows, NO_BYTES, 0, NO_BYTES));
                }
            }
            return found;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private JournalRow row(long seq) {
        return find(seq).orElseThrow(() -> new JournalDamagedException("journal row " + seq + " is missing"));
    }

    private Optional<JournalRow> find(long seq) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(ROW)) {
            select.setLong(1, seq);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(row(rows, rows.getBytes(8), rows.getLong(9), rows.getBytes(10)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Entries and rows grow together, so the row is found by halving: a few reads by primary key. */
    @Override
    public JournalRow rowOfEntry(long entry, long through) {
        long low = 1;
        long high = through;
        while (low <= high) {
            JournalRow row = row(low + (high - low) / 2);
            if (entry < row.firstEntry()) {
                high = row.seq() - 1;
            } else if (entry >= row.firstEntry() + row.entryCount()) {
                low = row.seq() + 1;
            } else {
                return row;
            }
        }
        throw new JournalDamagedException("entry " + entry + " is not in the journal");
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

    private static JournalRow row(ResultSet rows, byte[] body, long checksum, byte[] hash) throws SQLException {
        return new JournalRow(
                rows.getLong(1),
                rows.getLong(2),
                rows.getInt(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getLong(6),
                rows.getInt(7),
                body,
                checksum,
                hash);
    }

    private static JournalException unreadable(SQLException e) {
        return new JournalException("the journal could not be read: " + e.getMessage(), e);
    }
}
