package org.weighhouse.ledger.internal.bench;

import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How many single events a side takes in a second, and how long one waits until it is durable: at a fixed rate of arrival,
 * and at half of what its side can take. All sides in turns; the first round warms up.
 */
final class LatencyRounds {

    /** What a side takes in when more is there than it can take. */
    static final String SATURATION = "single events";

    static final String AT_HALF = "at half of that, ";

    /** The percentiles, in the order of the table. */
    static final List<String> PERCENTILES = List.of("p50", "p99", "p99.9", "max");

    private static final String UNIT = "us";

    private final List<EventTaker> sides;
    private final Load load;
    private final Results results;
    private int nextRound;

    /** One way to take in single events as they arrive. */
    interface EventTaker {
        String name();

        /** Sends each event when it arrives, and tells the schedule when it is durable; returns when all are. */
        void take(List<Batch.Event> events, Schedule schedule) throws Exception;
    }

    /** @param firstRound number of a round of the load that nobody has sent */
    LatencyRounds(List<EventTaker> sides, Load load, int firstRound, Results results) {
        this.sides = sides;
        this.load = load;
        this.nextRound = firstRound;
        this.results = results;
    }

    /**
     * Measures what a side can take, by events that are all there at once.
     *
     * @throws IllegalStateException if an event was not answered
     */
    void saturate(int events, int rounds) throws Exception {
        for (int number = 0; number <= rounds; number++) {
            for (EventTaker side : sides) {
                // All arrive at once, so that the longest wait is the time that all of them took.
                double seconds = take(side, Schedule.atOnce(events)).getMaxValue() / 1e9;
                if (number > 0) {
                    results.add(side.name(), SATURATION, "events/s", Math.rint(events / seconds));
                }
            }
        }
    }

    /**
     * Measures latency at half of what was measured before.
     *
     * @throws IllegalStateException if an event was not answered
     */
    void atHalf(int seconds, int rounds) throws Exception {
        for (int number = 0; number <= rounds; number++) {
            for (EventTaker side : sides) {
                int rate = (int) results.median(side.name(), SATURATION) / 2;
                Histogram times = take(side, Schedule.ofRate(rate, seconds));
                if (number > 0) {
                    add(side, AT_HALF, times);
                }
            }
        }
    }

    /** @throws IllegalStateException if an event was not answered */
    void at(int arrivalsPerSecond, int seconds, int rounds) throws Exception {
        for (int number = 0; number <= rounds; number++) {
            for (EventTaker side : sides) {
                Histogram times = take(side, Schedule.ofRate(arrivalsPerSecond, seconds));
                if (number > 0) {
                    add(side, at(arrivalsPerSecond), times);
                }
            }
        }
    }

    /** How the metrics of a rate begin. */
    static String at(int arrivalsPerSecond) {
        return String.format(Locale.ROOT, "at %,d/s, ", arrivalsPerSecond);
    }

    private Histogram take(EventTaker side, Schedule schedule) throws Exception {
        List<Batch.Event> events = load.events(nextRound++, schedule.count());
        schedule.begin();
        side.take(events, schedule);
        Histogram times = schedule.times();
        if (times.getTotalCount() != schedule.count()) {
            throw new IllegalStateException(side.name() + " has not answered everything");
        }
        return times;
    }

    private void add(EventTaker side, String at, Histogram times) {
        results.add(side.name(), at + "p50", UNIT, times.getValueAtPercentile(50) / 1e3);
        results.add(side.name(), at + "p99", UNIT, times.getValueAtPercentile(99) / 1e3);
        results.add(side.name(), at + "p99.9", UNIT, times.getValueAtPercentile(99.9) / 1e3);
        results.add(side.name(), at + "max", UNIT, times.getMaxValue() / 1e3);
    }
}
