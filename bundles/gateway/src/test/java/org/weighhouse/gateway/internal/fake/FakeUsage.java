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
import org.weighhouse.api.kit.UnaskedUsage;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

/** Answers what it was told to, and remembers what it was asked. */
public final class FakeUsage implements UnaskedUsage {

    private volatile List<UsageRow> rows = List.of();
    private volatile boolean tooMany;
    private volatile Optional<Instant> at = Optional.empty();
    private volatile Optional<UsageQuery> asked = Optional.empty();
    private volatile Balance balance = new Balance(
            false,
            Allowance.Limit.HARD,
            Amount.of(7),
            Amount.ZERO,
            Amount.ZERO,
            Amount.ZERO,
            Amount.of(7),
            new TimeRange(Instant.EPOCH, Instant.EPOCH));

    public void answer(List<UsageRow> found) {
        rows = found;
    }

    public void answer(Balance current) {
        balance = current;
    }

    /** Whatever is asked would have too many rows. */
    public void refuse() {
        tooMany = true;
    }

    /** The instant a balance was asked for last. */
    public Instant askedAt() {
        return at.orElseThrow();
    }

    public UsageQuery asked() {
        return asked.orElseThrow();
    }

    @Override
    public Balance balance(WorkspaceId workspace, Unit unit, Instant instant) {
        at = Optional.of(instant);
        return balance;
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        asked = Optional.of(query);
        if (tooMany) {
            throw new IllegalArgumentException("too many rows");
        }
        return rows;
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        return () -> {};
    }
}
