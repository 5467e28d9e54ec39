package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.SettleOutcome;
import org.weighhouse.api.meter.Hold;

class StaleTest extends AmendFixture {

    private final LedgerMeter meter = meter();

    @Test
    void whatIsSaidWhileItIsSettledIsNotLost() {
        Hold hold = held(meter, MESSAGE);
        amend(meter, said("a", "", 1, kind("marketing")));
        ledger.meanwhile = Optional.of(() -> amend(meter, said("b", "", 2, quantity(2))));

        assertThat(meter.settle(hold, MESSAGE)).isEqualTo(SettleOutcome.SETTLED);
        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.of(14));
    }

    @Test
    void whatIsCountedWhileItIsAmendedIsRestated() {
        Hold hold = held(meter, MESSAGE);
        ledger.meanwhile = Optional.of(() -> meter.settle(hold, MESSAGE));

        assertThat(amend(meter, said("a", "", 1, kind("marketing")))).isEqualTo(AmendOutcome.APPLIED);
        assertThat(ledger.stale).isEqualTo(1);
        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.of(7));
    }

    @Test
    void aLedgerThatNeverAgreesIsABug() {
        Hold hold = held(meter, MESSAGE);
        ledger.alwaysStale = true;

        assertThatThrownBy(() -> meter.settle(hold, MESSAGE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> amend(meter, said("a", "", 1, quantity(0)))).isInstanceOf(IllegalStateException.class);
        assertThat(ledger.stale).isEqualTo(2 * Attempts.MAX + 1);
    }

    /** Two meters are two nodes: they do not wait for each other's turn. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void manyWhoAmendAndSettleAtOnceGiveWhatOneAloneGives() throws Exception {
        LedgerMeter other = meter();
        Hold hold = held(meter, MESSAGE);
        List<Amendment> amendments = manyAmendments();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            calls.add(threads.submit(() -> after(start, () -> meter.settle(hold, MESSAGE))));
            for (Amendment amendment : amendments) {
                calls.add(threads.submit(() -> after(start, () -> amend(meter, amendment))));
                calls.add(threads.submit(() -> after(start, () -> amend(other, amendment))));
            }
            start.countDown();
            for (Future<?> call : calls) {
                call.get();
            }
        }

        assertThat(ledger.book.sums()).isEqualTo(alone(amendments));
    }

    private static void after(CountDownLatch start, Runnable call) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        call.run();
    }

    private static List<Amendment> manyAmendments() {
        List<Amendment> amendments = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String part = i % 3 == 0 ? "" : "part " + i % 5;
            amendments.add(
                    said("a" + i, part, i % 7, kind(i % 2 == 0 ? "marketing" : "utility"), quantity(i % 4), cost(i)));
        }
        return amendments;
    }

    private static Map<String, FakeBook.Sum> alone(List<Amendment> amendments) {
        AmendFixture quiet = new AmendFixture() {};
        LedgerMeter meter = quiet.meter();
        meter.settle(held(meter, MESSAGE), MESSAGE);
        amendments.forEach(amendment -> amend(meter, amendment));
        return quiet.ledger.book.sums();
    }
}
