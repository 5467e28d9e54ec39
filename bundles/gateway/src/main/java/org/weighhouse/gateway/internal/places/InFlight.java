package org.weighhouse.gateway.internal.places;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/** How many requests may be worked on at once. Those whose body is still arriving do not count. Thread-safe. */
public final class InFlight {

    private final int limit;
    private final Semaphore free;

    public InFlight(int limit) {
        this.limit = limit;
        this.free = new Semaphore(limit);
    }

    /** A place, given back by closing it. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    public Optional<Place> enter() {
        return free.tryAcquire() ? Optional.of(free::release) : Optional.empty();
    }

    public int count() {
        return limit - free.availablePermits();
    }
}
