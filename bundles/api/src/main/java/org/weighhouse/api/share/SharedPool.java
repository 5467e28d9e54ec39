package org.weighhouse.api.share;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * So many places, bytes or the like, shared so that nobody uses them up: a group may have as much as it leaves free. One
 * alone can have half, two a third each; whoever comes next always finds something. Nothing is set aside for those who
 * ask for nothing. Within its group a member may have three quarters, so that it leaves the others of its group theirs.
 * Thread-safe.
 *
 * <p>The rule is that of dynamic thresholds for shared buffers (Choudhury and Hahne, IEEE/ACM Transactions on Networking
 * 6(2), 1998) with the factor 1.
 */
public final class SharedPool {

    /** What came of asking for more. */
    public enum Answer {
        TAKEN,
        /** The group or member has its share; others may still take some. */
        OVER_SHARE,
        /** There is not that much left for anybody. */
        FULL
    }

    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    // All guarded by the lock. Whoever has nothing is not in them.
    private final Map<String, Long> ofGroups = new HashMap<>();
    private final Map<Sharer, Long> ofMembers = new HashMap<>();
    private long used;

    /** @throws IllegalArgumentException if the capacity is not positive */
    public SharedPool(long capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("a pool must have room for something");
        }
        this.capacity = capacity;
    }

    /**
     * Whether one of a group's size may have more of what is shared by groups: as much as is free.
     *
     * @param own what it has
     * @param more what it asks for, positive
     * @param used what all have together, its own included
     */
    public static boolean allows(long own, long more, long used, long capacity) {
        return more <= capacity - used - own;
    }

    /** What one user takes; given back by closing it, by whatever thread. */
    public final class Part implements AutoCloseable {
        private final Sharer sharer;
        private long taken;

        private Part(Sharer sharer) {
            this.sharer = sharer;
        }

        /** @param amount positive; nothing of it is taken unless all is */
        public Answer take(long amount) {
            lock.lock();
            try {
                Answer answer = ask(sharer, amount);
                if (answer == Answer.TAKEN) {
                    add(sharer, amount);
                    taken += amount;
                }
                return answer;
            } finally {
                lock.unlock();
            }
        }

        /** A second time it does nothing. */
        @Override
        public void close() {
            lock.lock();
            try {
                if (taken > 0) {
                    add(sharer, -taken);
                    taken = 0;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** A part with nothing in it yet. */
    public Part open(Sharer sharer) {
        return new Part(sharer);
    }

    private Answer ask(Sharer sharer, long amount) {
        if (amount > capacity - used) {
            return Answer.FULL;
        }
        long group = ofGroups.getOrDefault(sharer.group(), 0L);
        long member = ofMembers.getOrDefault(sharer, 0L);
        boolean fits = allows(group, amount, used, capacity) && amount <= mostOfMember(group) - member;
        // Whoever has nothing yet is not kept out by a rule, only by a lack of room.
        return fits || group == 0 ? Answer.TAKEN : Answer.OVER_SHARE;
    }

    /** Three quarters of what the group could grow to, at least one. */
    private long mostOfMember(long group) {
        long mostOfGroup = (capacity - (used - group)) / 2;
        return Math.max(1, mostOfGroup - mostOfGroup / 4);
    }

    private void add(Sharer sharer, long amount) {
        used += amount;
        ofGroups.merge(sharer.group(), amount, SharedPool::sumOrNone);
        ofMembers.merge(sharer, amount, SharedPool::sumOrNone);
    }

    /** Null, which takes the entry out of its map, if nothing is left. */
    private static Long sumOrNone(long before, long more) {
        return before + more == 0 ? null : before + more;
    }

    /** What all have together. */
    public long used() {
        lock.lock();
        try {
            return used;
        } finally {
            lock.unlock();
        }
    }
}
