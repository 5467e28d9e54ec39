package org.weighhouse.catalog.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values that each hold from a date on, until the next one's. Immutable. */
final class Dated<T> {

    private final TreeMap<Instant, T> values;

    private Dated(TreeMap<Instant, T> values) {
        this.values = values;
    }

    static <T> Dated<T> none() {
        return new Dated<>(new TreeMap<>());
    }

    /** In place of a value of the same date. */
    Dated<T> with(Instant from, T value) {
        TreeMap<Instant, T> more = new TreeMap<>(values);
        more.put(from, value);
        return new Dated<>(more);
    }

    Optional<T> at(Instant time) {
        return Optional.ofNullable(values.floorEntry(time)).map(Map.Entry::getValue);
    }
}
