package org.weighhouse.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenderingSlotsTest {

    @Test
    void never_more_run_at_once_than_there_are_slots() throws Exception {
        RenderingSlots slots = new RenderingSlots(2, Duration.ofMinutes(1));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> slots.run(() -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.yield();
                    return running.decrementAndGet();
                })));
            }
            for (Future<Integer> one : all) {
                one.get(1, TimeUnit.MINUTES);
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void who_waits_too_long_is_told_to_come_back() throws Exception {
        RenderingSlots slots = new RenderingSlots(1, Duration.ofMillis(10));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(() -> slots.run(() -> {
                taken.countDown();
                return awaited(end);
            }));
            assertThat(awaited(taken)).isTrue();
            assertThatThrownBy(() -> slots.run(() -> true))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("try again");
            end.countDown();
            assertThat(first.get(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void a_slot_is_free_again_after_a_failure() throws IOException {
        RenderingSlots slots = new RenderingSlots(1, Duration.ZERO);
        assertThatThrownBy(() -> slots.run(() -> {
                    throw new IOException("broken");
                }))
                .hasMessage("broken");
        assertThat(slots.run(() -> "fine")).isEqualTo("fine");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
