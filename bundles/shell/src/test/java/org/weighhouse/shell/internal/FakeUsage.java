package org.weighhouse.shell.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

/** Entries of message credits, and sums of them by the first dimension that is asked for, largest first. */
final class FakeUsage implements UsageQueries {

    final List<LedgerEntry> entries = new ArrayList<>();

    void add(String id, String time, String amount, Attribution attribution, String corrects) {
        Instant at = Instant.parse(time);
        entries.add(new LedgerEntry(
                entries.size(),
                new WorkspaceId("acme"),
                "bot",
                id,
                at,
                at,
                Unit.MESSAGE_CREDIT,
                Amount.parse(amount),
                attribution,
                TokenBuckets.NONE,
                corrects));
    }

    @Override
    public void explain(UsageQuery query, Consumer<LedgerEntry> each) {
        entries.stream()
                .filter(entry -> entry.unit() == query.unit() && query.range().contains(entry.time()))
                .filter(entry -> query.filter().entrySet().stream().allMatch(only -> only.getValue()
                        .contains(entry.attribution().get(only.getKey()))))
                .forEach(each);
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        List<UsageRow> rows = new ArrayList<>();
        explain(
                query,
                entry -> rows.add(new UsageRow(
                        query.range(),
                        List.of(entry.attribution().get(query.groupBy().getFirst())),
                        new Usage(entry.amount(), 1, TokenBuckets.NONE))));
        rows.sort((one, other) -> other.usage().amount().compareTo(one.usage().amount()));
        return rows;
    }

    @Override
    public TopUsage top(UsageQuery query, int count) {
        if (count < 1 || count > MAX_TOP) {
            throw new IllegalArgumentException("count must be 1 to " + MAX_TOP);
        }
        List<UsageRow> rows = query(query);
        int split = Math.min(count, rows.size());
        List<UsageRow> others = rows.subList(split, rows.size());
        Usage rest = others.stream().map(UsageRow::usage).reduce(Usage.NONE, Usage::plus);
        return new TopUsage(rows.subList(0, split), rest, others.size());
    }

    @Override
    public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void entries(WorkspaceId workspace, Unit unit, TimeRange range, Consumer<LedgerEntry> each) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(Consumer<WorkspaceId> listener) {
        throw new UnsupportedOperationException();
    }
}
