package org.weighhouse.ledger.internal.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import org.weighhouse.api.Dimension;

/**
 * The tables of a plain PostgreSQL solution: a row an event, known by its key, and a row a roll-up cell. Keys compare
 * byte by byte, which is the fastest collation; cells leave room in their pages, so that raising an amount touches no
 * index.
 */
final class SqlTables {

    /** Columns of the dimensions, in the order of {@link Dimension}. */
    static final String DIMENSIONS = "channel, kind, campaign, flow, feature, model, market, account, api_key";

    /** Columns of an event: a parameter each. */
    static final int EVENT_COLUMNS = 6 + Dimension.values().length;

    private static final String EVENTS = """
            create table bench_event (
                workspace text collate "C" not null, source text collate "C" not null, id text collate "C" not null,
                happened bigint not null, amount bigint not null, quantity bigint not null, %s,
                primary key (workspace, source, id))""".formatted(dimensionsAs("text not null"));

    private static final String CELLS = """
            create table bench_cell (
                workspace text collate "C" not null, quarter bigint not null, %s,
                amount bigint not null, quantity bigint not null,
                primary key (workspace, quarter, %s)) with (fillfactor = 60)""".formatted(dimensionsAs("text collate \"C\" not null"), DIMENSIONS);

    private SqlTables() {}

    /** The columns of the dimensions, declared. */
    static String dimensionsAs(String type) {
        return DIMENSIONS.replace(",", " " + type + ",") + " " + type;
    }

    static String parameters(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

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
