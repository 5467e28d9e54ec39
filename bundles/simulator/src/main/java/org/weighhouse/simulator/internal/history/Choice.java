package org.weighhouse.simulator.internal.history;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Picks one of some values, the heavier the more often. Immutable. */
public final class Choice<T> {

    private record Weighted<T>(T value, int upTo) {}

    private final List<Weighted<T>> values;
    private final int total;

    private Choice(List<Weighted<T>> values, int total) {
        this.values = List.copyOf(values);
        this.total = total;
    }

    /** Nothing to pick from yet. */
    public static <T> Choice<T> none() {
        return new Choice<>(List.of(), 0);
    }

    /** @param weight at least 1, relative to the others */
    public Choice<T> or(int weight, T value) {
        List<Weighted<T>> more = new ArrayList<>(values);
        more.add(new Weighted<>(value, total + weight));
        return new Choice<>(more, total + weight);
    }

    /** @throws IllegalStateException if there is nothing to pick from */
    public T pick(RandomGenerator random) {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing to pick from");
        }
        int at = random.nextInt(total);
        for (Weighted<T> each : values) {
            if (at < each.upTo) {
                return each.value;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }
}
