package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.weighhouse.api.ledger.Posting;

/** PostgreSQL, one prepared statement and one commit an event, from many connections at a time. */
final class StatementPerEventSide implements Side, LatencyRounds.EventTaker {

    static final int CONNECTIONS = 32;

    static final String NAME = "postgresql-statement-per-event";

    private static final String TAKE = """
            with fresh as (
                insert into bench_event values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                returning workspace, happened, amount, channel, kind, campaign
            )
            insert into bench_cell select workspace, happened / 900000, channel, kind, campaign, amount from fresh
            on conflict (workspace, quarter, channel, kind, campaign)
            do update set amount = bench_cell.amount + excluded.amount""";

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
    public void take(List<List<Posting>> batches) throws Exception {
        clients.forEach(batches.stream().flatMap(List::stream).toList(), StatementPerEventSide::take);
    }

    @Override
    public void take(List<Posting> events, Schedule schedule) throws Exception {
        List<Integer> numbers = IntStream.range(0, events.size()).boxed().toList();
        clients.forEach(numbers, (statement, number) -> {
            schedule.await(number);
            take(statement, events.get(number));
            schedule.answered(number);
        });
    }

    private static void take(PreparedStatement statement, Posting posting) throws SQLException {
        statement.setString(1, posting.workspace().value());
        statement.setString(2, posting.source());
        statement.setString(3, posting.id());
        statement.setLong(4, posting.time().toEpochMilli());
        statement.setLong(5, posting.amount().milli());
        statement.setString(6, posting.attribution().channel());
        statement.setString(7, posting.attribution().messageKind());
        statement.setString(8, posting.attribution().campaign());
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
