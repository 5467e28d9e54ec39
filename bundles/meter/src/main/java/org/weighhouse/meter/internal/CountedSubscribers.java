package org.weighhouse.meter.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.weighhouse.api.WorkspaceId;

/**
 * Remembers which subscribers the ledger has counted, to spare it questions. Forgetting is harmless: the ledger counts
 * each of them once anyway. Keeps between half and all of its capacity of the latest ones. Thread-safe; reads do not
 * block.
 */
final class CountedSubscribers {

    /** @param id month and subscriber, as the ledger knows it */
    record Key(WorkspaceId workspace, String id) {}

    private record Generations(Set<Key> young, Set<Key> old) {
        static Generations after(Set<Key> old) {
            return new Generations(ConcurrentHashMap.newKeySet(), old);
        }
    }

    private final int half;
    private final AtomicReference<Generations> generations = new AtomicReference<>(Generations.after(Set.of()));

    /** @param capacity at most so many are kept; 0 keeps none */
    CountedSubscribers(int capacity) {
        half = capacity / 2;
    }

    boolean contains(Key key) {
        Generations now = generations.get();
        return now.young.contains(key) || now.old.contains(key);
    }

    void add(Key key) {
        if (half == 0) {
            return;
        }
        Generations now = generations.get();
        now.young.add(key);
        if (now.young.size() >= half) {
            generations.compareAndSet(now, Generations.after(now.young));
        }
    }
}
