package org.weighhouse.ledger.internal.bench;

import java.util.List;
import org.HdrHistogram.Histogram;

/** How long single events wait until they are durable, at fixed rates of arrival. The first round warms up. */
final class LatencyRounds {

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

    /** @throws IllegalStateException if an event was not answered */
    void run(int arrivalsPerSecond, int seconds, int rounds) throws Exception {
        for (int number = 0; number <= rounds; number++) {
            List<Batch.Event> events = load.events(nextRound++, arrivalsPerSecond * seconds);
            for (EventTaker side : sides) {
                Schedule schedule = new Schedule(arrivalsPerSecond, seconds);
                side.take(events, schedule);
                Histogram times = schedule.times();
                if (times.getTotalCount() != schedule.count()) {
                    throw new IllegalStateException(side.name() + " has not answered everything");
                }
                if (number > 0) {
                    add(side.name(), arrivalsPerSecond, times);
                }
            }
        }
    }

    private void add(String name, int rate, Histogram times) {
        String at = String.format("at %,d/s, ", rate);
        results.add(name, at + "p50", UNIT, times.getValueAtPercentile(50) / 1e3);
        results.add(name, at + "p99", UNIT, times.getValueAtPercentile(99) / 1e3);
        results.add(name, at + "p99.9", UNIT, times.getValueAtPercentile(99.9) / 1e3);
        results.add(name, at + "max", UNIT, times.getMaxValue() / 1e3);
    }
}
