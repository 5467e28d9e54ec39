package org.weighhouse.ledger.internal.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/**
 * Lets every side do pairs for the same time, in turns: many callers, each with one pair at a time. The first round warms
 * up and is not counted.
 */
final class HoldRounds {

    static final String RATE = "reserve and post";
    static final String P50 = "pair p50";
    static final String P99 = "pair p99";

    private static final String TIME_UNIT = "us";

    private final List<HoldSide> sides;
    private final int callers;
    private final Results results;
    private final Map<HoldSide, Long> expected = new HashMap<>();

    HoldRounds(List<HoldSide> sides, int callers, Results results) {
        this.sides = sides;
        this.callers = callers;
        this.results = results;
    }

    /** @throws IllegalStateException if a side has not counted exactly the pairs that were done */
    void run(Duration turn, int rounds) throws Exception {
        for (int number = 0; number <= rounds; number++) {
            for (HoldSide side : sides) {
                long start = System.nanoTime();
                Histogram times = turn(side, turn);
                double rate = times.getTotalCount() * 1e9 / (System.nanoTime() - start);
                System.out.printf("round %d of %d, %s: %,.0f pairs/s%n", number, rounds, side.name(), rate);
                if (number > 0) {
                    add(side, rate, times);
                }
                insistOnCount(side, times.getTotalCount());
            }
        }
    }

    private void add(HoldSide side, double rate, Histogram times) {
        results.add(side.name(), RATE, "pairs/s", Math.rint(rate));
        results.add(side.name(), P50, TIME_UNIT, times.getValueAtPercentile(50) / 1e3);
        results.add(side.name(), P99, TIME_UNIT, times.getValueAtPercentile(99) / 1e3);
    }

    private void insistOnCount(HoldSide side, long pairs) throws Exception {
        long all = expected.merge(side, pairs * HoldSide.USED, Long::sum);
        if (side.used() != all) {
            throw new IllegalStateException(side.name() + " used " + side.used() + " credits, not " + all);
        }
    }

    private Histogram turn(HoldSide side, Duration turn) throws Exception {
        long end = System.nanoTime() + turn.toNanos();
        List<Future<Histogram>> running = new ArrayList<>();
        Histogram all = newHistogram();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                int caller = i;
                running.add(threads.submit(() -> pairsUntil(end, side, caller)));
            }
            for (Future<Histogram> caller : running) {
                all.add(caller.get());
            }
        }
        return all;
    }

    private static Histogram pairsUntil(long end, HoldSide side, int caller) throws Exception {
        Histogram times = newHistogram();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            side.pair(caller, new UUID(random.nextLong(), random.nextLong()));
            times.recordValue(System.nanoTime() - start);
        }
        return times;
    }

    /** Nanoseconds to a thousandth of their value. */
    private static Histogram newHistogram() {
        return new Histogram(3);
    }
}
