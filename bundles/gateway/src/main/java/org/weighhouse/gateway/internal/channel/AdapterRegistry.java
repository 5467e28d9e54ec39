package org.weighhouse.gateway.internal.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.weighhouse.api.channel.ChannelAdapter;

/** The adapters that are there, and who is inside them: one that leaves is let go only when it is empty. Thread-safe. */
public final class AdapterRegistry {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<ChannelAdapter, Seat> seats = new IdentityHashMap<>();
    /** The newest adapter of an id first; an empty queue for an id that was here before. */
    private final Map<String, Deque<Seat>> byId = new HashMap<>();

    private static final class Seat {
        private final String id;
        private final ChannelAdapter adapter;
        private int inside;

        private Seat(String id, ChannelAdapter adapter) {
            this.id = id;
            this.adapter = adapter;
        }
    }

    /** The right to use an adapter, until closed. */
    public final class Lease implements AutoCloseable {
        private final Seat seat;

        private Lease(Seat seat) {
            this.seat = seat;
        }

        public ChannelAdapter adapter() {
            return seat.adapter;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                seat.inside--;
                if (seat.inside == 0) {
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    public void add(ChannelAdapter adapter) {
        String id = adapter.descriptor().id();
        lock.lock();
        try {
            Seat seat = new Seat(id, adapter);
            seats.put(adapter, seat);
            byId.computeIfAbsent(id, any -> new ArrayDeque<>()).addFirst(seat);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives an adapter no more requests and waits until it has none.
     *
     * @return how many were still inside when the time was up
     */
    public int remove(ChannelAdapter adapter, Duration drain) {
        lock.lock();
        try {
            Seat seat = seats.remove(adapter);
            if (seat == null) {
                return 0;
            }
            byId.get(seat.id).remove(seat);
            long left = drain.toNanos();
            while (seat.inside > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return seat.inside;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            lock.unlock();
        }
    }

    /** Whether an adapter of that id is or was here. */
    public boolean knows(String id) {
        lock.lock();
        try {
            return byId.containsKey(id);
        } finally {
            lock.unlock();
        }
    }

    /** An adapter; waits for one if there is none. */
    public Optional<Lease> lease(String id, Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            Deque<Seat> queue = byId.get(id);
            while ((queue == null || queue.isEmpty()) && left > 0) {
                left = changed.awaitNanos(left);
                queue = byId.get(id);
            }
            if (queue == null || queue.isEmpty()) {
                return Optional.empty();
            }
            Seat seat = queue.getFirst();
            seat.inside++;
            return Optional.of(new Lease(seat));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
