package org.weighhouse.gateway.internal.neighbour;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The services of a kind that channels bring, and who is inside them: one that leaves is let go only when it is empty.
 * Thread-safe.
 */
public final class Registry<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<T, Seat<T>> seats = new IdentityHashMap<>();
    /** The newest service of a channel first; an empty queue for a channel that was here before. */
    private final Map<String, Deque<Seat<T>>> byChannel = new HashMap<>();
    /** How many of a channel's services are leaving: replaced in place, its successor comes after it has left. */
    private final Map<String, Integer> leaving = new HashMap<>();

    private static final class Seat<T> {
        private final String channel;
        private final T service;
        private int inside;

        private Seat(String channel, T service) {
            this.channel = channel;
            this.service = service;
        }
    }

    /** The right to use a service, until closed. */
    public final class Lease implements AutoCloseable {
        private final Seat<T> seat;

        private Lease(Seat<T> seat) {
            this.seat = seat;
        }

        public T service() {
            return seat.service;
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

    public void add(String channel, T service) {
        lock.lock();
        try {
            Seat<T> seat = new Seat<>(channel, service);
            seats.put(service, seat);
            byChannel.computeIfAbsent(channel, any -> new ArrayDeque<>()).addFirst(seat);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives a service no more requests and waits until it has none.
     *
     * @return how many were still inside when the time was up
     */
    public int remove(T service, Duration drain) {
        lock.lock();
        try {
            Seat<T> seat = seats.remove(service);
            if (seat == null) {
                return 0;
            }
            byChannel.get(seat.channel).remove(seat);
            return drain(seat, drain);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            lock.unlock();
        }
    }

    private int drain(Seat<T> seat, Duration longest) throws InterruptedException {
        leaving.merge(seat.channel, 1, Integer::sum);
        try {
            long left = longest.toNanos();
            while (seat.inside > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return seat.inside;
        } finally {
            leaving.merge(seat.channel, -1, (before, less) -> before + less == 0 ? null : before + less);
            changed.signalAll();
        }
    }

    /** Whether a service of that channel is or was here. */
    public boolean knows(String channel) {
        lock.lock();
        try {
            return byChannel.containsKey(channel);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A channel's service; waits for one if there is none.
     *
     * @param longest how long; while one is leaving, the time stands still
     */
    public Optional<Lease> lease(String channel, Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            Deque<Seat<T>> queue = byChannel.get(channel);
            while ((queue == null || queue.isEmpty()) && left > 0) {
                if (leaving.containsKey(channel)) {
                    changed.await();
                } else {
                    left = changed.awaitNanos(left);
                }
                queue = byChannel.get(channel);
            }
            if (queue == null || queue.isEmpty()) {
                return Optional.empty();
            }
            Seat<T> seat = queue.getFirst();
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
