package org.weighhouse.gateway.internal.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.weighhouse.gateway.internal.fake.SettableClock;
import org.weighhouse.gateway.internal.settings.Rate;

class RateLimiterTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final RateLimiter limiter = new RateLimiter(new Rate(10, 5), 2, clock);

    private int passing(String account, int calls) {
        int passed = 0;
        for (int i = 0; i < calls; i++) {
            passed += limiter.take(account).isZero() ? 1 : 0;
        }
        return passed;
    }

    @Test
    void burstPassesAndThenTheRate() {
        assertThat(passing("a", 100)).isEqualTo(5);
        assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(100));

        clock.move(Duration.ofMillis(250));
        assertThat(passing("a", 100)).isEqualTo(2);
        assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(50));
        clock.move(Duration.ofHours(1));
        assertThat(passing("a", 100)).isEqualTo(5);
    }

    @Test
    void whoWaitsHasItsTokenAndWhoDoesNotTakesNone() {
        Duration patience = Duration.ofMillis(200);
        assertThat(passing("a", 5)).isEqualTo(5);

        assertThat(limiter.take("a", patience)).isEqualTo(Duration.ofMillis(100));
        assertThat(limiter.take("a", patience)).isEqualTo(Duration.ofMillis(200));
        assertThat(limiter.take("a", patience)).isEqualTo(Duration.ofMillis(300));
        assertThat(limiter.take("a", patience)).isEqualTo(Duration.ofMillis(300));

        clock.move(Duration.ofMillis(100));
        assertThat(limiter.take("a", patience)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void whatIsChargedAfterwardsHasToBeWaitedFor() {
        assertThat(passing("a", 1)).isEqualTo(1);
        limiter.charge("a", 24);

        assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(2_100));
        clock.move(Duration.ofMillis(2_100));
        assertThat(passing("a", 10)).isEqualTo(1);

        limiter.charge("a", 1_000_000_000);
        assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(60_100));
    }

    @Test
    void accountsDoNotShare() {
        assertThat(passing("a", 100)).isEqualTo(5);
        assertThat(passing("b", 100)).isEqualTo(5);
    }

    @Test
    void onlyTheAccountsHeardOfLastAreRemembered() {
        passing("a", 5);
        passing("b", 5);
        passing("a", 1);
        passing("c", 1);

        assertThat(limiter.remembered()).isEqualTo(2);
        assertThat(passing("a", 1)).as("heard of after b").isZero();
        assertThat(passing("b", 1)).isEqualTo(1);
    }

    @Test
    void clockThatIsPutBackLocksNobodyOut() {
        passing("a", 5);
        clock.move(Duration.ofHours(-1));

        assertThat(passing("a", 100)).isEqualTo(5);
    }
}
