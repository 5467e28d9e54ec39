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
import org.weighhouse.api.Dimension;
import org.weighhouse.api.ledger.Posting;

/**
 * PostgreSQL, one set-based statement and one commit a batch: arrays in binary, a prepared statement, keys in order, so
 * that several connections never wait for each other in a circle.
 */
public final class StatementPerBatchSide implements Side {

    public static final String NAME = "postgresql-statement-per-batch";

    private static final String TAKE =
            """
            with input as (
                select * from unnest(%s)
                    as t(workspace, source, id, happened, amount, quantity, %s)
            ), fresh as (
                insert into bench_event select * from input order by workspace collate "C", source collate "C", id collate "C"
                on conflict do nothing
                returning workspace, happened, %2$s, amount, quantity
            )
            insert into bench_cell
            select workspace, happened / 900000, %2$s, sum(amount), sum(quantity) from fresh
            group by workspace, happened / 900000, %2$s order by workspace, happened / 900000, %2$s
            on conflict (workspace, quarter, %2$s) do update
            set amount = bench_cell.amount + excluded.amount, quantity = bench_cell.quantity + excluded.quantity""".formatted(SqlTables.parameters(SqlTables.EVENT_COLUMNS), SqlTables.DIMENSIONS);

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
    public void take(List<Batch> batches) throws Exception {
        clients.forEach(batches, StatementPerBatchSide::take);
    }

    private static void take(PreparedStatement statement, Batch batch) throws SQLException {
        List<Posting> postings = batch.postings();
        int at = 1;
        setTexts(statement, at++, postings, posting -> batch.workspace().value());
        setTexts(statement, at++, postings, Posting::source);
        setTexts(statement, at++, postings, Posting::id);
        setNumbers(statement, at++, postings, posting -> posting.time().toEpochMilli());
        setNumbers(statement, at++, postings, posting -> posting.amount().milli());
        setNumbers(statement, at++, postings, posting -> posting.measures().quantity());
        for (Dimension dimension : Dimension.values()) {
            setTexts(statement, at++, postings, posting -> posting.attribution().get(dimension));
        }
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
