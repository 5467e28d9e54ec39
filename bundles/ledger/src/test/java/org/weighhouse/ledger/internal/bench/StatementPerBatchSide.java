package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.weighhouse.api.ledger.Posting;

/**
 * PostgreSQL, one set-based statement and one commit a batch: arrays in binary, a prepared statement, keys in order, so
 * that several connections never wait for each other in a circle.
 */
public final class StatementPerBatchSide implements Side {

    public static final String NAME = "postgresql-statement-per-batch";

    private static final String TAKE = """
            with input as (
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    as t(workspace, source, id, happened, amount, channel, kind, campaign)
            ), fresh as (
                insert into bench_event select * from input order by workspace collate "C", source collate "C", id collate "C"
                on conflict do nothing
                returning workspace, happened, amount, channel, kind, campaign
            )
            insert into bench_cell
            select workspace, happened / 900000, channel, kind, campaign, sum(amount) from fresh
            group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
            on conflict (workspace, quarter, channel, kind, campaign)
            do update set amount = bench_cell.amount + excluded.amount""";

    private final Place place;
    private final int connections;
    private final Clients<PreparedStatement> clients;

    /** @param place an empty database */
    public StatementPerBatchSide(Place place, int connections) throws SQLException {
        this.place = place;
        this.connections = connections;
        SqlTables.create(place.url());
        clients = new Clients<>(connections, () -> {
            Connection connection = DriverManager.getConnection(place.url() + "&prepareThreshold=1");
            return connection.prepareStatement(TAKE);
        });
    }

    @Override
    public String name() {
        return NAME + "-" + connections;
    }

    @Override
    public void take(List<List<Posting>> batches) throws Exception {
        clients.forEach(batches, StatementPerBatchSide::take);
    }

    private static void take(PreparedStatement statement, List<Posting> batch) throws SQLException {
        setTexts(statement, 1, batch, posting -> posting.workspace().value());
        setTexts(statement, 2, batch, Posting::source);
        setTexts(statement, 3, batch, Posting::id);
        setNumbers(statement, 4, batch, posting -> posting.time().toEpochMilli());
        setNumbers(statement, 5, batch, posting -> posting.amount().milli());
        setTexts(statement, 6, batch, posting -> posting.attribution().channel());
        setTexts(statement, 7, batch, posting -> posting.attribution().messageKind());
        setTexts(statement, 8, batch, posting -> posting.attribution().campaign());
        statement.executeUpdate();
    }

    private static void setTexts(
            PreparedStatement statement, int index, List<Posting> batch, Function<Posting, String> field)
            throws SQLException {
        String[] values = batch.stream().map(field).toArray(String[]::new);
        Array array = statement.getConnection().createArrayOf("text", values);
        statement.setArray(index, array);
    }

    private static void setNumbers(
            PreparedStatement statement, int index, List<Posting> batch, ToLongFunction<Posting> field)
            throws SQLException {
        Long[] values = batch.stream().mapToLong(field).boxed().toArray(Long[]::new);
        Array array = statement.getConnection().createArrayOf("int8", values);
        statement.setArray(index, array);
    }

    @Override
    public long counted() throws SQLException {
        return SqlTables.counted(place.url());
    }

    @Override
    public long storedInBytes() throws SQLException, IOException {
        return place.size().inBytes();
    }

    @Override
    public void close() throws Exception {
        clients.close();
    }
}
