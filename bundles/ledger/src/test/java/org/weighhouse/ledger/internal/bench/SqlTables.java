package org.weighhouse.ledger.internal.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a plain PostgreSQL solution: a row an event, known by its key, and a row a roll-up cell. Keys compare
 * byte by byte, which is the fastest collation; cells leave room in their pages, so that raising an amount touches no
 * index.
 */
final class SqlTables {

    private static final String EVENTS = """
            create table bench_event (
                workspace text collate "C" not null, source text collate "C" not null, id text collate "C" not null,
                happened bigint not null, amount bigint not null,
                channel text not null, kind text not null, campaign text not null,
                primary key (workspace, source, id))""";

    private static final String CELLS = """
            create table bench_cell (
                workspace text collate "C" not null, quarter bigint not null, channel text collate "C" not null,
                kind text collate "C" not null, campaign text collate "C" not null, amount bigint not null,
                primary key (workspace, quarter, channel, kind, campaign)) with (fillfactor = 60)""";

    private SqlTables() {}

    static void create(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(EVENTS);
            statement.execute(CELLS);
        }
    }

    /** The sum of all cells, in whole credits. */
    static long counted(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(amount), 0)::bigint from bench_cell")) {
            row.next();
            return row.getLong(1) / 1_000;
        }
    }
}
