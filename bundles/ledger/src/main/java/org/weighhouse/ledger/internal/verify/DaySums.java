package org.weighhouse.ledger.internal.verify;

import java.util.HashMap;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.ledger.internal.record.EntryWritten;
import org.weighhouse.ledger.internal.record.Micros;

/** What entries add up to, for each account and day of UTC. Not thread-safe. */
final class DaySums {

    private static final long DAY = 96 * Micros.QUARTER;

    /** @param day since 1970, UTC */
    record Key(WorkspaceId workspace, Unit unit, int day) {}

    private final Map<Key, Usage> sums = new HashMap<>();

    void add(EntryWritten entry) {
        Key key = new Key(entry.workspace(), entry.unit(), (int) (entry.time() / DAY));
        Usage added = new Usage(new Amount(entry.amountMilli()), entry.isCorrection() ? 0 : 1, entry.measures());
        sums.merge(key, added, Usage::plus);
    }

    /** The sums that are not all zero. */
    Map<Key, Usage> toUsage() {
        Map<Key, Usage> usage = new HashMap<>(sums);
        usage.values().removeIf(Usage.NONE::equals);
        return usage;
    }
}
