package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.ledger.internal.engine.LedgerEngine;

/** Our ledger. */
final class LedgerSide implements Side, LatencyRounds.EventTaker {

    private final Set<WorkspaceId> seen = new HashSet<>();
    private final String name;
    private final Place place;
    private final BenchLedger ledger;

    LedgerSide(String name, Place place) {
        this.name = name;
        this.place = place;
        this.ledger = BenchLedger.open(place, Clock.systemUTC());
    }

    @Override
    public String name() {
        return name;
    }

    LedgerEngine engine() {
        return ledger.engine();
    }

    @Override
    public void take(List<Batch> batches) {
        ledger.take(batches.stream());
        batches.forEach(batch -> seen.add(batch.workspace()));
    }

    @Override
    public void take(List<Batch.Event> events, Schedule schedule) {
        List<CompletableFuture<Void>> sent = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            int number = i;
            schedule.await(number);
            Batch.Event event = events.get(number);
            sent.add(engine().record(event.workspace(), List.of(event.posting()))
                    .thenAccept(done -> schedule.answered(number)));
        }
        sent.forEach(CompletableFuture::join);
    }

    @Override
    public long counted() {
        long day = Duration.ofDays(1).toSeconds();
        long today = Instant.now().getEpochSecond() / day * day;
        TimeRange days = new TimeRange(Instant.ofEpochSecond(today - day), Instant.ofEpochSecond(today + 2 * day));
        return seen.stream()
                .map(workspace -> UsageQuery.total(workspace, Unit.MESSAGE_CREDIT, days, ZoneOffset.UTC))
                .flatMap(query -> engine().queries().query(query).stream())
                .map(UsageRow::usage)
                .mapToLong(usage -> usage.amount().toBigDecimal().longValueExact())
                .sum();
    }

    @Override
    public long storedInBytes() throws SQLException, IOException {
        return place.size().inBytes() + Place.bytesIn(place.ledgerFolder());
    }

    @Override
    public void close() {
        ledger.close();
    }
}
