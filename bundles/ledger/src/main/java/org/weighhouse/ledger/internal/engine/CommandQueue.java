package org.weighhouse.ledger.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/** What waits for the writer; bounded by postings. Any thread offers, one takes. */
final class CommandQueue {

    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final AtomicLong weight = new AtomicLong();
    private final int capacity;
    private volatile String closedBecause = "";

    CommandQueue(int capacity) {
        this.capacity = capacity;
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
            // Closed meanwhile: whoever gets it out of the queue answers, here or in takeAll.
            if (isClosed() && commands.remove(command)) {
                refuse(command, closedBecause);
            }
        }
    }

    /** Waits for a command, then takes what else is there, up to a limit of postings; empty after the time is over. */
    List<Command> take(int limit, long timeoutInMs) throws InterruptedException {
        List<Command> taken = new ArrayList<>();
        Command next = commands.poll(timeoutInMs, TimeUnit.MILLISECONDS);
        int sum = 0;
        while (next != null) {
            taken.add(next);
            sum += next.weight();
            next = sum < limit ? commands.poll() : null;
        }
        weight.addAndGet(-sum);
        return taken;
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
