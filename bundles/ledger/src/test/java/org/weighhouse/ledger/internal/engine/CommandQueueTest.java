package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who shares a group commit with whom. */
@Timeout(60)
class CommandQueueTest {

    private static final int NO_LIMIT = 10_000;

    /** So long that whoever waits for it waits for ever, as far as a test is concerned. */
    private final CommandQueue queue = new CommandQueue(NO_LIMIT, Duration.ofHours(1));

    @Test
    void aCallerWhoIsAloneNeverWaits() throws Exception {
        for (int i = 0; i < 3; i++) {
            offer(1);
            assertThat(take()).hasSize(1);
        }
    }

    @Test
    void afterACrowdCallsWaitUntilEnoughAreThere() throws Exception {
        offer(2);
        assertThat(take()).hasSize(2);

        offer(1);
        Taking taking = new Taking();
        taking.awaitPause();
        offer(CommandQueue.ENOUGH - 1);

        assertThat(taking.get()).hasSize(CommandQueue.ENOUGH);
    }

    @Test
    void whenTheTurnHasComeWhatIsThereIsTaken() throws Exception {
        CommandQueue quick = new CommandQueue(NO_LIMIT, Duration.ofNanos(1));
        quick.offer(call());
        quick.offer(call());
        assertThat(quick.take(NO_LIMIT, 0)).hasSize(2);

        quick.offer(call());

        assertThat(quick.take(NO_LIMIT, 0)).hasSize(1);
    }

    @Test
    void aQueueThatIsClosedKeepsNobodyWaiting() throws Exception {
        offer(2);
        take();
        offer(1);
        Taking taking = new Taking();
        taking.awaitPause();

        queue.close("the end");

        assertThat(taking.get()).hasSize(2);
    }

    private void offer(int calls) {
        for (int i = 0; i < calls; i++) {
            queue.offer(call());
        }
    }

    private static Command call() {
        return new Command.Wake(new CompletableFuture<>());
    }

    private List<Command> take() throws InterruptedException {
        return queue.take(NO_LIMIT, 0);
    }

    /** Takes on a thread of its own. */
    private final class Taking {

        private final CompletableFuture<List<Command>> taken = new CompletableFuture<>();
        private final Thread thread = Thread.ofPlatform().daemon().start(this::run);

        private void run() {
            try {
                taken.complete(take());
            } catch (InterruptedException e) {
                taken.completeExceptionally(e);
            }
        }

        /** Returns when the taker waits for its turn. */
        void awaitPause() {
            while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(taken).isNotDone();
        }

        List<Command> get() throws Exception {
            return taken.get(30, TimeUnit.SECONDS);
        }
    }
}
