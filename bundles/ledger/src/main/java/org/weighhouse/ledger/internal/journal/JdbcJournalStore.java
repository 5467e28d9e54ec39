package org.weighhouse.ledger.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.database.Database;
import org.weighhouse.database.Migrations;

/** The journal as a table, in Derby or PostgreSQL. */
public final class JdbcJournalStore implements JournalStore {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcJournalStore.class);
    private static final String HEADER =
            "seq, first_entry, entry_count, min_time_micros, max_time_micros, recorded_micros, codec_version";
    private static final String INSERT =
            "insert into wh_journal (" + HEADER + ", body, checksum, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "select " + HEADER + ", body, checksum, hash from wh_journal ";

    /*
     * Derby would otherwise choose its way by how large the table was when it first saw the statement, and then read
     * all bodies, or sort them. To PostgreSQL it is a comment, up to the end of the line.
     */
    private static final String BY_NUMBER = "--DERBY-PROPERTIES constraint=wh_journal_pk\n";
    private static final String BY_TIMES = "--DERBY-PROPERTIES index=wh_journal_times\n";

    private static final String ROWS = SELECT + BY_NUMBER + "where seq between ? and ? order by seq";
    private static final String NUMBERS_BY_TIME = "select seq from wh_journal " + BY_TIMES
            + "where max_time_micros >= ? and min_time_micros < ? and seq >= ? order by seq";
    private static final String LAST = SELECT + "where seq = (select max(seq) from wh_journal)";

    /** Numbers of rows fetched from the server at a time. */
    private static final int FETCH_NUMBERS = 10_000;

    private final Database database;
    private final Connection writing;
    private final PreparedStatement insert;
    private final int fetchRows;

    /**
     * Opens the writer's connection; the table must be there.
     *
     * @param fetchRows most rows fetched from the server at a time when reading
     * @throws JournalException if the database cannot be reached, or is not durable
     */
    public JdbcJournalStore(Database database, int fetchRows) {
        this.database = database;
        this.fetchRows = fetchRows;
        try {
            this.writing = database.openConnection();
        } catch (SQLException e) {
            throw cannotOpen(e);
        }
        try {
            writing.setAutoCommit(false);
            Durability.insist(database.dialect(), writing);
            this.insert = writing.prepareStatement(INSERT);
        } catch (SQLException | JournalException e) {
            close();
            throw e instanceof JournalException refused ? refused : cannotOpen(e);
        }
    }

    /** Brings the table up to date. */
    public static void migrate(Database database) {
        database.migrate(Migrations.of(JdbcJournalStore.class, "db/ledger"), "wh_ledger_history");
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
            rollBackAfter(e);
            throw new JournalException("the journal could not be written: " + e.getMessage(), e);
        }
    }

    /** Whoever reads would otherwise wait for the locks of a transaction that nobody ends. */
    private void rollBackAfter(SQLException failure) {
        try {
            writing.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
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
    public void readEntries(long from, long to, long first, Predicate<JournalRow> each) {
        for (Span span : spans(from, to, first)) {
            boolean more = queryWhile(ROWS, fetchRows, List.of(span.first(), span.last()), rows -> {
                JournalRow row = row(rows);
                JournalChain.checkAlone(row);
                return each.test(row);
            });
            if (!more) {
                return;
            }
        }
    }

    /** The numbers of the rows that may have entries of a range of time; most often one after the other. */
    private List<Span> spans(long from, long to, long first) {
        List<Span> spans = new ArrayList<>();
        query(NUMBERS_BY_TIME, FETCH_NUMBERS, List.of(from, to, first), numbers -> Span.add(spans, numbers.getLong(1)));
        return spans;
    }

    private void read(String sql, List<Long> parameters, Consumer<JournalRow> each) {
        query(sql, fetchRows, parameters, rows -> each.accept(row(rows)));
    }

    /** What to do with each row of an answer. */
    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, int fetchSize, List<Long> parameters, Reading each) {
        queryWhile(sql, fetchSize, parameters, row -> {
            each.read(row);
            return true;
        });
    }

    /** What to do with each row of an answer; says whether another is wanted. */
    private interface ReadingWhile {
        boolean read(ResultSet row) throws SQLException;
    }

    /**
     * Streams: only so many rows are in memory at a time.
     *
     * @return whether more would have been wanted
     */
    private boolean queryWhile(String sql, int fetchSize, List<Long> parameters, ReadingWhile each) {
        boolean more = true;
        try (Connection connection = database.dataSource().getConnection()) {
            // PostgreSQL sends everything at once unless a transaction is open.
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(fetchSize);
                for (int i = 0; i < parameters.size(); i++) {
                    select.setLong(i + 1, parameters.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (more && rows.next()) {
                        more = each.read(rows);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return more;
        } catch (SQLException e) {
            throw new JournalException("the journal could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (Connection ending = writing) {
            ending.rollback();
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

    private static JournalException cannotOpen(Exception e) {
        return new JournalException("cannot open the journal: " + e.getMessage(), e);
    }
}
