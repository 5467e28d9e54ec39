package org.weighhouse.dashboard.internal.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PulseTest {

    @Test
    void a_storm_of_signals_is_few_updates_and_the_last_one_is_seen() throws InterruptedException {
        AtomicInteger value = new AtomicInteger();
        AtomicInteger updates = new AtomicInteger();
        CountDownLatch sawLast = new CountDownLatch(1);
        Pulse pulse = new Pulse(() -> {
            updates.incrementAndGet();
            if (value.get() == 10_000) {
                sawLast.countDown();
            }
        });

        for (int signal = 0; signal < 10_000; signal++) {
            value.incrementAndGet();
            pulse.signal();
        }

        assertThat(sawLast.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(updates.get()).isLessThan(1_000);
    }

    @Test
    void a_failed_update_does_not_end_the_updates() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(2);
        Pulse pulse = new Pulse(() -> {
            second.countDown();
            throw new IllegalStateException("on purpose");
        });

        pulse.signal();
        while (second.getCount() == 2) {
            Thread.onSpinWait();
        }
        pulse.signal();

        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothing_is_updated_after_closing() throws InterruptedException {
        AtomicInteger updates = new AtomicInteger();
        Pulse pulse = new Pulse(updates::incrementAndGet);
        pulse.close();
        pulse.signal();
        Thread.sleep(Pulse.SPACING);
        assertThat(updates).hasValue(0);
    }
}
