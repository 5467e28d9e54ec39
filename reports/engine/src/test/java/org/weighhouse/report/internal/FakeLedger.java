package org.weighhouse.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.kit.UnaskedUsage;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;
import org.weighhouse.api.ledger.Window;

/** Answers queries over a list of facts, as the ledger's contract has it. */
final class FakeLedger implements UnaskedUsage {

    private record Fact(WorkspaceId workspace, Unit unit, Instant time, Attribution attribution, Usage usage) {}

    private record Key(TimeRange slice, List<String> group) {}

    private final List<Fact> facts = new ArrayList<>();
    private final Map<Unit, Amount> allowances = new EnumMap<>(Unit.class);
    private final List<UsageQuery> asked = new ArrayList<>();

    FakeLedger add(WorkspaceId workspace, Unit unit, Instant time, Attribution attribution, Usage usage) {
        facts.add(new Fact(workspace, unit, time, attribution, usage));
        return this;
    }

    FakeLedger messages(WorkspaceId workspace, Instant time, Attribution attribution, String credits, long quantity) {
        return add(
                workspace,
                Unit.MESSAGE_CREDIT,
                time,
                attribution,
                new Usage(Amount.parse(credits), quantity > 0 ? 1 : 0, Measures.of(quantity)));
    }

    FakeLedger tokens(WorkspaceId workspace, Instant time, Attribution attribution, TokenBuckets buckets) {
        return tokens(workspace, time, attribution, Long.toString(buckets.total()), buckets);
    }

    FakeLedger tokens(
            WorkspaceId workspace, Instant time, Attribution attribution, String charged, TokenBuckets buckets) {
        Usage usage = new Usage(Amount.parse(charged), 1, new Measures(1, 0, 0, buckets));
        return add(workspace, Unit.AI_TOKEN, time, attribution, usage);
    }

    /** @param millionths of the currency */
    FakeLedger cost(WorkspaceId workspace, Instant time, Attribution attribution, String millionths) {
        return add(workspace, Unit.COST, time, attribution, new Usage(Amount.parse(millionths), 1, Measures.NONE));
    }

    FakeLedger allow(Unit unit, long units) {
        allowances.put(unit, Amount.of(units));
        return this;
    }

    List<UsageQuery> asked() {
        return asked;
    }

    @Override
    public List<UsageRow> query(UsageQuery query) {
        asked.add(query);
        Map<Key, Usage> sums = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact.workspace().equals(query.workspace())
                    && fact.unit() == query.unit()
                    && query.range().contains(fact.time())) {
                List<String> group = query.groupBy().stream()
                        .map((Dimension dimension) -> fact.attribution().get(dimension))
                        .toList();
                sums.merge(new Key(slice(query, fact.time()), group), fact.usage(), Usage::plus);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new UsageRow(sum.getKey().slice(), sum.getKey().group(), sum.getValue()))
                .toList();
    }

    private static TimeRange slice(UsageQuery query, Instant time) {
        if (query.window() == Window.TOTAL) {
            return query.range();
        }
        LocalDate day = time.atZone(query.zone()).toLocalDate();
        return TimeRange.ofDays(day, day, query.zone());
    }

    /** Only for workspaces in UTC. */
    @Override
    public Balance balance(WorkspaceId workspace, Unit unit, Instant at) {
        ZoneId zone = ZoneId.of("UTC");
        LocalDate first = at.atZone(zone).toLocalDate().withDayOfMonth(1);
        TimeRange month = TimeRange.ofDays(first, first.plusMonths(1).minusDays(1), zone);
        Amount used = query(UsageQuery.total(workspace, unit, month, zone)).stream()
                .map(row -> row.usage().amount())
                .reduce(Amount.ZERO, Amount::plus);
        Amount granted = allowances.getOrDefault(unit, Amount.ZERO);
        return new Balance(
                allowances.containsKey(unit),
                Allowance.Limit.SOFT,
                used,
                Amount.ZERO,
                granted.minus(used).max(Amount.ZERO),
                used.minus(granted).max(Amount.ZERO),
                granted,
                month);
    }
}
