package org.weighhouse.dashboard.internal.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.ledger.ShardHealth;

class LedgerWatchTest {

    private static final Duration NAP = Duration.ofMillis(1);
    private static final LedgerHealth STOPPED = new LedgerHealth(false, "the disk is full");

    private final AtomicReference<Optional<List<ShardHealth>>> health = new AtomicReference<>(shards(LedgerHealth.UP));
    private final Semaphore told = new Semaphore(0);

    @Test
    void tells_once_when_the_ledger_stops_and_once_when_it_is_back() throws InterruptedException {
        try (LedgerWatch watch = new LedgerWatch(health::get, NAP, told::release)) {
            Thread.sleep(NAP.multipliedBy(20));
            assertThat(told.availablePermits()).isZero();

            health.set(shards(STOPPED));
            assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(NAP.multipliedBy(20));
            assertThat(told.availablePermits()).isZero();

            health.set(Optional.empty());
            assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void goes_on_after_a_look_that_failed() throws InterruptedException {
        Semaphore failed = new Semaphore(0);
        AtomicReference<LedgerHealth> answer = new AtomicReference<>(LedgerHealth.UP);
        try (LedgerWatch watch = new LedgerWatch(() -> answer(answer, failed), NAP, told::release)) {
            answer.set(new LedgerHealth(false, "fail"));
            assertThat(failed.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            answer.set(STOPPED);
            assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            assertThat(watch).isNotNull();
        }
    }

    private static Optional<List<ShardHealth>> answer(AtomicReference<LedgerHealth> answer, Semaphore failed) {
        if (answer.get().reason().equals("fail")) {
            failed.release();
            throw new IllegalStateException("on purpose");
        }
        return shards(answer.get());
    }

    /** Two shards, the second as given: it is that one that other workspaces may live on. */
    private static Optional<List<ShardHealth>> shards(LedgerHealth second) {
        return Optional.of(List.of(new ShardHealth(0, LedgerHealth.UP), new ShardHealth(1, second)));
    }
}
