package org.weighhouse.shell.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.UnaskedUsage;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

/** Entries of message credits, and sums of them by the first dimension that is asked for, largest first. */
final class FakeUsage implements UnaskedUsage {

    static final int PAGE = 2;

    final List<LedgerEntry> entries = new ArrayList<>();
    final List<Amendment> amendments = new ArrayList<>();
    int pages;

    void add(String id, String time, String amount, Attribution attribution, String corrects) {
        Instant at = Instant.parse(time);
        entries.add(new LedgerEntry(
                entries.size() + 1,
                new WorkspaceId("acme"),
                "bot",
                id,
                at,
                at,
                Unit.MESSAGE_CREDIT,
                Amount.parse(amount),
                Measures.of(corrects.isEmpty() ? 1 : 0),
                attribution,
                id.equals("m1") ? Reference.of("wamid.1") : Reference.NONE,
                corrects));
    }

    private Stream<LedgerEntry> matching(UsageQuery query) {
        return entries.stream()
                .filter(entry -> entry.unit() == query.unit() && query.range().contains(entry.time()))
                .filter(entry -> query.filter().entrySet().stream().allMatch(only -> only.getValue()
                        .contains(entry.attribution().get(only.getKey()))));
    }

    /** Pages of at most {@link #PAGE}, whatever is asked for, as an answer may be shorter than its limit. */
    @Override
    public EntryPage explain(UsageQuery query, long from, int limit) {
        pages++;
        List<LedgerEntry> left = matching(query).skip(from).toList();
        int count = Math.min(Math.min(limit, PAGE), left.size());
        return new EntryPage(left.subList(0, count), count == left.size() ? EntryPage.END : from + count);
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        List<UsageRow> rows = new ArrayList<>();
        matching(query)
                .forEach(entry -> rows.add(new UsageRow(
                        query.range(),
                        query.groupBy().stream().map(entry.attribution()::get).toList(),
                        new Usage(entry.amount(), entry.corrects().isEmpty() ? 1 : 0, entry.measures()))));
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
    public List<LedgerEntry> find(WorkspaceId workspace, String channel, Reference reference) {
        return entries.stream()
                .filter(entry -> entry.reference().equals(reference))
                .toList();
    }

    @Override
    public Dossier dossier(WorkspaceId workspace, String channel, Reference reference) {
        return new Dossier(find(workspace, channel, reference), amendments);
    }
}
