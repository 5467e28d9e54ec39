package org.weighhouse.ledger.internal.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.ledger.internal.engine.LedgerEngine;

/** What everything that was sent amounts to. Amounts are in thousandths. Not thread-safe. */
final class Expected {

    /** A campaign's usage. */
    private record Sum(long milli, long events) {

        Sum plus(long moreMilli, long moreEvents) {
            return new Sum(milli + moreMilli, events + moreEvents);
        }
    }

    private final Map<WorkspaceId, Map<String, Sum>> campaigns = new HashMap<>();
    private final Map<WorkspaceId, Long> reserved = new HashMap<>();
    private final Map<WorkspaceId, Long> granted = new HashMap<>();

    /** How the ledger differs; nothing of it may. */
    record Difference(long countedTwice, List<String> complaints) {}

    void add(WorkspaceId workspace, Posting posting) {
        add(workspace, posting, posting.amount().milli(), 1);
    }

    /** A correction takes the original's amount away and is no event itself. */
    void replace(WorkspaceId workspace, Posting original, Posting correction) {
        add(workspace, original, -original.amount().milli(), 0);
        add(workspace, correction, correction.amount().milli(), 0);
    }

    private void add(WorkspaceId workspace, Posting posting, long milli, long events) {
        campaigns
                .computeIfAbsent(workspace, any -> new TreeMap<>())
                .merge(
                        posting.attribution().campaign(),
                        new Sum(milli, events),
                        (sum, more) -> sum.plus(more.milli(), more.events()));
    }

    void reserve(WorkspaceId workspace, long milli) {
        reserved.merge(workspace, milli, Long::sum);
    }

    void grant(WorkspaceId workspace, long milli) {
        granted.merge(workspace, milli, Long::sum);
    }

    /** Holds the ledger's roll-ups and balances against these sums. */
    Difference compareWith(LedgerEngine ledger) {
        List<String> complaints = new ArrayList<>();
        long countedTwice = 0;
        for (WorkspaceId workspace : Plan.WORKSPACES) {
            Map<String, Sum> wanted = campaigns.getOrDefault(workspace, Map.of());
            Map<String, Sum> found = query(ledger, workspace);
            if (!found.equals(wanted)) {
                complaints.add(workspace + ": usage is " + found + ", not " + wanted);
                countedTwice += Math.max(0, events(found) - events(wanted));
            }
            String balance = text(ledger.queries().balance(workspace, Operation.CREDIT, Plan.START));
            String wantedBalance = balanceText(workspace, wanted);
            if (!balance.equals(wantedBalance)) {
                complaints.add(workspace + ": the balance is " + balance + ", not " + wantedBalance);
            }
        }
        return new Difference(countedTwice, complaints);
    }

    private static Map<String, Sum> query(LedgerEngine ledger, WorkspaceId workspace) {
        TimeRange range = new TimeRange(Plan.FIRST_DAY, Plan.START);
        UsageQuery query =
                UsageQuery.total(workspace, Operation.CREDIT, range, Plan.ZONE).by(Dimension.CAMPAIGN);
        Map<String, Sum> found = new TreeMap<>();
        ledger.queries()
                .query(query)
                .forEach(row -> found.put(
                        row.group().getFirst(),
                        new Sum(row.usage().amount().milli(), row.usage().events())));
        return found;
    }

    private static long events(Map<String, Sum> sums) {
        return sums.values().stream().mapToLong(Sum::events).sum();
    }

    private String balanceText(WorkspaceId workspace, Map<String, Sum> wanted) {
        long used = wanted.values().stream().mapToLong(Sum::milli).sum();
        long held = reserved.getOrDefault(workspace, 0L);
        long all = Plan.ALLOWANCE.milli() + granted.getOrDefault(workspace, 0L);
        return text(used, held, all - used - held, 0);
    }

    private static String text(Balance balance) {
        return text(
                balance.used().milli(),
                balance.reserved().milli(),
                balance.available().milli(),
                balance.overage().milli());
    }

    private static String text(long used, long held, long available, long overage) {
        return used + " used, " + held + " held, " + available + " available, " + overage + " overage";
    }
}
