package org.weighhouse.adapter.camel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.ledger.LedgerUnavailableException;

class ArrearsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<String> counted = new CopyOnWriteArrayList<>();

    @Test
    void calls_are_tried_until_they_are_counted_in_their_order() throws InterruptedException {
        Arrears arrears = new Arrears(Duration.ofMillis(1));
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(2);
        arrears.add(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new LedgerUnavailableException("down");
            }
            counted.add("first");
            done.countDown();
        });
        arrears.add(() -> {
            counted.add("second");
            done.countDown();
        });

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(counted).containsExactly("first", "second");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void a_call_that_can_never_be_counted_does_not_hold_up_the_others() throws InterruptedException {
        Arrears arrears = new Arrears(LONG);
        CountDownLatch done = new CountDownLatch(1);
        arrears.add(() -> {
            throw new IllegalArgumentException("too large");
        });
        arrears.add(done::countDown);

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void who_comes_after_a_rest_is_counted_too() throws InterruptedException {
        Arrears arrears = new Arrears(LONG);
        for (int i = 0; i < 1000; i++) {
            CountDownLatch done = new CountDownLatch(1);
            assertThat(arrears.add(done::countDown)).isTrue();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closing_tries_at_once_and_gives_up_what_cannot_be_counted() throws InterruptedException {
        Arrears arrears = new Arrears(LONG);
        CountDownLatch tried = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        arrears.add(() -> {
            attempts.incrementAndGet();
            tried.countDown();
            throw new LedgerUnavailableException("down");
        });
        assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();

        arrears.close(LONG);

        assertThat(attempts).hasValue(2);
        assertThat(arrears.add(() -> counted.add("late"))).isFalse();
        assertThat(counted).isEmpty();
    }

    @Test
    void there_is_room_for_so_many_and_no_more() {
        Arrears arrears = new Arrears(LONG);
        Runnable down = () -> {
            throw new LedgerUnavailableException("down");
        };
        for (int i = 0; i < Arrears.MAX_CALLS; i++) {
            assertThat(arrears.add(down)).isTrue();
        }

        assertThat(arrears.add(down)).isFalse();
        arrears.close(LONG);
    }
}
