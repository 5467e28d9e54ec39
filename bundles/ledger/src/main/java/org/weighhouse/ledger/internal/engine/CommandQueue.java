package org.weighhouse.ledger.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/**
 * What waits for the writer; bounded by postings. Any thread offers, one takes.
 *
 * <p>Calls that come faster than commits share one: they wait until some time has passed since the last group was taken, or
 * until enough is there. A caller who is alone, and whose next call comes after the answer to the last, never waits.
 */
final class CommandQueue {

    /** So many postings are not kept waiting for more. */
    static final int ENOUGH = 32;

    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final AtomicLong weight = new AtomicLong();
    private final int capacity;
    private final long intervalInNs;
    private volatile String closedBecause = "";

    /** Who takes, while it waits for its turn; otherwise null. */
    private volatile Thread pausing;

    /** When the next group may be taken, by {@link System#nanoTime}. For the thread that takes. */
    private long nextTurn = System.nanoTime();

    /** Whether the last group was of several calls. For the thread that takes. */
    private boolean crowded;

    /**
     * An empty queue.
     *
     * @param capacity most postings that wait; other calls count as one
     * @param interval least time from one group to the next while calls come faster than groups are taken; may be zero
     */
    CommandQueue(int capacity, Duration interval) {
        this.capacity = capacity;
        this.intervalInNs = interval.toNanos();
    }

    /** Takes a command in, or completes it with {@link LedgerUnavailableException}. */
    void offer(Command command) {
        if (isClosed()) {
            refuse(command, closedBecause);
        } else if (weight.addAndGet(command.weight()) > capacity) {
            weight.addAndGet(-command.weight());
            refuse(command, "too much is waiting to be written; try again later");
        } else {
            commands.add(command);
            if (isEnough()) {
                LockSupport.unpark(pausing);
            }
            // Closed meanwhile: whoever gets it out of the queue answers, here or in takeAll.
            if (isClosed() && commands.remove(command)) {
                refuse(command, closedBecause);
            }
        }
    }

    /**
     * Waits for a command and for the turn of a group, then takes what is there, up to a limit of postings; empty after the
     * time is over.
     */
    List<Command> take(int limit, long timeoutInMs) throws InterruptedException {
        List<Command> taken = new ArrayList<>();
        Command next = commands.poll(timeoutInMs, TimeUnit.MILLISECONDS);
        if (next != null && crowded) {
            awaitTurn();
        }
        nextTurn = System.nanoTime() + intervalInNs;
        int sum = 0;
        while (next != null) {
            taken.add(next);
            sum += next.weight();
            next = sum < limit ? commands.poll() : null;
        }
        weight.addAndGet(-sum);
        crowded = taken.size() > 1;
        return taken;
    }

    private void awaitTurn() {
        pausing = Thread.currentThread();
        for (long left = nextTurn - System.nanoTime();
                left > 0 && !isEnough() && !isClosed();
                left = nextTurn - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        pausing = null;
    }

    private boolean isEnough() {
        return weight.get() >= ENOUGH;
    }

    List<Command> takeAll() {
        List<Command> taken = new ArrayList<>();
        commands.drainTo(taken);
        taken.forEach(command -> weight.addAndGet(-command.weight()));
        return taken;
    }

    /** From now on every command is refused; those inside stay until they are taken. */
    void close(String reason) {
        if (!isClosed()) {
            closedBecause = reason;
            commands.add(new Command.Wake(new CompletableFuture<>()));
            LockSupport.unpark(pausing);
        }
    }

    boolean isWaiting() {
        return !commands.isEmpty();
    }

    boolean isClosed() {
        return !closedBecause.isEmpty();
    }

    static void refuse(Command command, String reason) {
        command.done().completeExceptionally(new LedgerUnavailableException(reason));
    }
}
