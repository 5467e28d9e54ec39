package org.weighhouse.ledger.internal.verify;

import java.util.HashMap;
import java.util.Map;
import org.weighhouse.api.Amount;
import org.weighhouse.api.TokenBuckets;
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

    private final Map<Key, Sum> sums = new HashMap<>();

    private static final class Sum {
        private long amountMilli;
        private long events;
        private long input;
        private long output;
        private long cacheRead;
        private long cacheWrite;
        private long reasoning;
    }

    void add(EntryWritten entry) {
        Key key = new Key(entry.workspace(), entry.unit(), (int) (entry.time() / DAY));
        Sum sum = sums.computeIfAbsent(key, added -> new Sum());
        TokenBuckets tokens = entry.tokens();
        sum.amountMilli = Math.addExact(sum.amountMilli, entry.amountMilli());
        sum.events += entry.isCorrection() ? 0 : 1;
        sum.input = Math.addExact(sum.input, tokens.input());
        sum.output = Math.addExact(sum.output, tokens.output());
        sum.cacheRead = Math.addExact(sum.cacheRead, tokens.cacheRead());
        sum.cacheWrite = Math.addExact(sum.cacheWrite, tokens.cacheWrite());
        sum.reasoning = Math.addExact(sum.reasoning, tokens.reasoning());
    }

    /** The sums that are not all zero. */
    Map<Key, Usage> toUsage() {
        Map<Key, Usage> usage = HashMap.newHashMap(sums.size());
        sums.forEach((key, sum) -> {
            Usage each = new Usage(
                    new Amount(sum.amountMilli),
                    sum.events,
                    new TokenBuckets(sum.input, sum.output, sum.cacheRead, sum.cacheWrite, sum.reasoning));
            if (!each.equals(Usage.NONE)) {
                usage.put(key, each);
            }
        });
        return usage;
    }
}
