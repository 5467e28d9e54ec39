package org.weighhouse.ledger.internal.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.database.Database;

/** Plain JDBC: a row an event with a unique key, a row a roll-up cell, one commit a batch. */
final class RowSide implements Side {

    private record Cell(String workspace, long quarter, String campaign) {}

    private final Connection connection;

    RowSide(Database database) throws SQLException {
        connection = database.openConnection();
        try (Statement create = connection.createStatement()) {
            create.execute("create table bench_event (workspace varchar(64) not null, source varchar(64) not null,"
                    + " id varchar(" + UsageEvent.MAX_ID_LENGTH + ") not null, happened bigint not null,"
                    + " amount bigint not null, channel varchar(32) not null, kind varchar(32) not null,"
                    + " campaign varchar(64) not null, primary key (workspace, source, id))");
            create.execute("create table bench_cell (workspace varchar(64) not null, quarter bigint not null,"
                    + " campaign varchar(64) not null, amount bigint not null,"
                    + " primary key (workspace, quarter, campaign))");
        }
        connection.setAutoCommit(false);
    }

    @Override
    public String name() {
        return "jdbc-row-per-event";
    }

    @Override
    public void take(List<List<Posting>> batches) throws SQLException {
        for (List<Posting> batch : batches) {
            addCells(insertNew(batch));
            connection.commit();
        }
    }

    private Map<Cell, Long> insertNew(List<Posting> batch) throws SQLException {
        Map<Cell, Long> cells = new HashMap<>();
        Set<String> inBatch = new HashSet<>();
        try (PreparedStatement known = connection.prepareStatement(
                        "select 1 from bench_event where workspace = ? and source = ? and id = ?");
                PreparedStatement insert =
                        connection.prepareStatement("insert into bench_event values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Posting posting : batch) {
                if (!inBatch.add(posting.workspace() + "/" + posting.id()) || exists(known, posting)) {
                    continue;
                }
                insert.setString(1, posting.workspace().value());
                insert.setString(2, posting.source());
                insert.setString(3, posting.id());
                insert.setLong(4, posting.time().toEpochMilli());
                insert.setLong(5, posting.amount().milli());
                insert.setString(6, posting.attribution().channel());
                insert.setString(7, posting.attribution().messageKind());
                insert.setString(8, posting.attribution().campaign());
                insert.addBatch();
                Cell cell = new Cell(
                        posting.workspace().value(),
                        posting.time().getEpochSecond() / 900,
                        posting.attribution().campaign());
                cells.merge(cell, posting.amount().milli(), Long::sum);
            }
            insert.executeBatch();
        }
        return cells;
    }

    private static boolean exists(PreparedStatement known, Posting posting) throws SQLException {
        known.setString(1, posting.workspace().value());
        known.setString(2, posting.source());
        known.setString(3, posting.id());
        try (ResultSet row = known.executeQuery()) {
            return row.next();
        }
    }

    private void addCells(Map<Cell, Long> cells) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                        "update bench_cell set amount = amount + ? where workspace = ? and quarter = ? and campaign = ?");
                PreparedStatement insert = connection.prepareStatement("insert into bench_cell values (?, ?, ?, ?)")) {
            for (Map.Entry<Cell, Long> entry : cells.entrySet()) {
                Cell cell = entry.getKey();
                update.setLong(1, entry.getValue());
                update.setString(2, cell.workspace());
                update.setLong(3, cell.quarter());
                update.setString(4, cell.campaign());
                if (update.executeUpdate() == 0) {
                    insert.setString(1, cell.workspace());
                    insert.setLong(2, cell.quarter());
                    insert.setString(3, cell.campaign());
                    insert.setLong(4, entry.getValue());
                    insert.executeUpdate();
                }
            }
        }
    }

    @Override
    public long counted() throws SQLException {
        try (Statement sum = connection.createStatement();
                ResultSet row = sum.executeQuery("select sum(amount) from bench_cell")) {
            row.next();
            long milli = row.getLong(1);
            connection.commit();
            return milli / 1_000;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
