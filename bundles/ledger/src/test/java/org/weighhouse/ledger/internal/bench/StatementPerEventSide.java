package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** PostgreSQL, one prepared statement and one commit an event, from many connections at a time. */
final class StatementPerEventSide implements Side, LatencyRounds.EventTaker {

    static final int CONNECTIONS = 32;

    static final String NAME = "postgresql-statement-per-event";

    private static final String TAKE =
            """
            with fresh as (
                insert into bench_event values (%s) on conflict do nothing
                returning workspace, happened, %s, amount, quantity
            )
            insert into bench_cell select workspace, happened / 900000, %2$s, amount, quantity from fresh
            on conflict (workspace, quarter, %2$s) do update
            set amount = bench_cell.amount + excluded.amount, quantity = bench_cell.quantity + excluded.quantity""".formatted(SqlTables.parameters(SqlTables.EVENT_COLUMNS), SqlTables.DIMENSIONS);

    private final Place place;
    private final Clients<PreparedStatement> clients;

    /** @param place an empty database */
    StatementPerEventSide(Place place) throws SQLException {
        this.place = place;
        SqlTables.create(place.url());
        clients = new Clients<>(CONNECTIONS, () -> {
            Connection connection = DriverManager.getConnection(place.url() + "&prepareThreshold=1");
            return connection.prepareStatement(TAKE);
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void take(List<Batch> batches) throws Exception {
        clients.forEach(inTurns(batches), StatementPerEventSide::take);
    }

    /** One event of every batch after the other, so that the connections seldom meet at a cell. */
    private static List<Batch.Event> inTurns(List<Batch> batches) {
        List<Batch.Event> events = new ArrayList<>();
        for (int i = 0; i < Load.BATCH; i++) {
            int place = i;
            batches.stream()
                    .filter(batch -> place < batch.postings().size())
                    .map(batch ->
                            new Batch.Event(batch.workspace(), batch.postings().get(place)))
                    .forEach(events::add);
        }
        return events;
    }

    @Override
    public void take(List<Batch.Event> events, Schedule schedule) throws Exception {
        List<Integer> numbers = IntStream.range(0, events.size()).boxed().toList();
        clients.forEach(numbers, (statement, number) -> {
            schedule.await(number);
            take(statement, events.get(number));
            schedule.answered(number);
        });
    }

    private static void take(PreparedStatement statement, Batch.Event event) throws SQLException {
        EventParameters.set(statement, event);
        statement.executeUpdate();
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
