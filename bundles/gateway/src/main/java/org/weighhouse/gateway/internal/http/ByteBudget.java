package org.weighhouse.gateway.internal.http;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all request bodies share. Thread-safe; a share belongs to one thread. */
public final class ByteBudget {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    public ByteBudget(long limit) {
        this.limit = limit;
    }

    public long used() {
        return used.get();
    }

    public Share open() {
        return new Share();
    }

    /** One request's part, given back at its end. */
    public final class Share implements AutoCloseable {
        private long taken;

        /** @return whether there was room */
        public boolean take(long bytes) {
            if (used.addAndGet(bytes) > limit) {
                used.addAndGet(-bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        @Override
        public void close() {
            used.addAndGet(-taken);
            taken = 0;
        }
    }
}
