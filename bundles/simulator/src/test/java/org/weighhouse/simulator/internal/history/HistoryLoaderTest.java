package org.weighhouse.simulator.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.simulator.internal.FakeLedger;

class HistoryLoaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:40:00Z");
    private static final int BATCH = 4_000;

    private final FakeLedger ledger = new FakeLedger();

    @Test
    void records_the_whole_history_in_batches() throws InterruptedException {
        HistoryLoader.Result result = load(NOW);

        assertThat(ledger.events()).isEqualTo(History.events(Instant.EPOCH, NOW).toList());
        assertThat(result.recorded()).isEqualTo(ledger.events().size());
        assertThat(ledger.batches()).allMatch(size -> size <= BATCH).hasSize((int) (result.recorded() / BATCH) + 1);
    }

    @Test
    void records_nothing_new_the_second_time_and_hardly_asks() throws InterruptedException {
        load(NOW);
        ledger.forgetBatches();

        HistoryLoader.Result again = load(NOW);

        assertThat(again.recorded()).isZero();
        assertThat(again.differing()).isZero();
        assertThat(ledger.batches()).singleElement().satisfies(size -> assertThat(size)
                .isLessThan(20));
    }

    @Test
    void adds_only_what_is_missing_after_a_night() throws InterruptedException {
        load(NOW);
        Instant morning = NOW.plus(Duration.ofHours(14));

        HistoryLoader.Result result = load(morning);

        assertThat(result.recorded()).isBetween(1L, 1_000L);
        assertThat(ledger.events())
                .isEqualTo(History.events(Instant.EPOCH, morning).toList());
    }

    @Test
    void adds_what_is_missing_after_two_months() throws InterruptedException {
        load(NOW);
        Instant january = NOW.plus(Duration.ofDays(60));

        load(january);

        // Not by AssertJ, which compares each with each.
        assertThat(new HashSet<>(ledger.events())
                        .containsAll(History.events(Instant.EPOCH, january).toList()))
                .isTrue();
    }

    @Test
    void goes_on_where_an_outage_stopped_it() throws InterruptedException {
        ledger.failAfter(7);
        assertThatThrownBy(() -> load(NOW)).isInstanceOf(LedgerUnavailableException.class);
        assertThat(ledger.events()).hasSize(7 * BATCH);

        ledger.failAfter(Integer.MAX_VALUE);
        load(NOW);

        assertThat(ledger.events()).isEqualTo(History.events(Instant.EPOCH, NOW).toList());
    }

    @Test
    void stops_between_batches_when_interrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> load(NOW)).isInstanceOf(InterruptedException.class);
        assertThat(ledger.events()).isEmpty();
    }

    private HistoryLoader.Result load(Instant now) throws InterruptedException {
        return new HistoryLoader(ledger, ledger, Clock.fixed(now, ZoneOffset.UTC), BATCH).load(HistoryAccounts.NONE);
    }
}
