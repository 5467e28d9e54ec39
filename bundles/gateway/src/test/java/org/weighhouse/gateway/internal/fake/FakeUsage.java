package org.weighhouse.gateway.internal.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

/** Answers what it was told to, and remembers what it was asked. */
public final class FakeUsage implements UsageQueries {

    private volatile List<UsageRow> rows = List.of();
    private volatile Optional<UsageQuery> asked = Optional.empty();
    private volatile Balance balance = new Balance(
            false,
            Allowance.Limit.HARD,
            Amount.of(7),
            Amount.ZERO,
            Amount.ZERO,
            Amount.ZERO,
            new TimeRange(Instant.EPOCH, Instant.EPOCH));

    public void answer(List<UsageRow> found) {
        rows = found;
    }

    public void answer(Balance current) {
        balance = current;
    }

    public UsageQuery asked() {
        return asked.orElseThrow();
    }

    @Override
    public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
        return balance;
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        asked = Optional.of(query);
        return rows;
    }

    @Override
    public TopUsage top(UsageQuery query, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void explain(UsageQuery query, Consumer<LedgerEntry> each) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void entries(WorkspaceId workspace, Unit unit, TimeRange range, Consumer<LedgerEntry> each) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        return () -> {};
    }
}
