package org.weighhouse.dashboard.internal.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class QuarterHoursTest {

    private static final Duration NAP = Duration.ofMillis(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T22:59:59Z"));
    private final Semaphore ticks = new Semaphore(0);

    @Test
    void ticks_once_for_each_quarter_that_begins() throws InterruptedException {
        try (QuarterHours clock = new QuarterHours(now::get, NAP, ticks::release)) {
            Thread.sleep(NAP.multipliedBy(20));
            assertThat(ticks.availablePermits()).isZero();

            now.set(Instant.parse("2026-11-23T23:00:00Z"));
            assertThat(ticks.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

            now.set(Instant.parse("2026-11-23T23:14:59Z"));
            Thread.sleep(NAP.multipliedBy(20));
            assertThat(ticks.availablePermits()).isZero();
            assertThat(clock).isNotNull();
        }
    }

    @Test
    void does_not_tick_after_closing() throws InterruptedException {
        new QuarterHours(now::get, NAP, ticks::release).close();
        Thread.sleep(NAP.multipliedBy(20));
        now.set(now.get().plusSeconds(3600));
        Thread.sleep(NAP.multipliedBy(20));
        assertThat(ticks.availablePermits()).isZero();
    }

    @Test
    void midnights_of_odd_zones_begin_a_quarter() {
        assertThat(QuarterHours.untilNext(Instant.parse("2026-11-23T18:14:59.999Z")))
                .isEqualTo(Duration.ofMillis(1));
        assertThat(QuarterHours.untilNext(Instant.parse("2026-11-23T18:15:00Z")))
                .isEqualTo(Duration.ofMinutes(15));
    }
}
