package org.weighhouse.access.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void theFirstFailuresAreFree() {
        fail("anna", "10.0.0.1", LoginThrottle.FREE_FAILURES - 1);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isZero();
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToABound() {
        fail("anna", "10.0.0.1", LoginThrottle.FREE_FAILURES);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        fail("anna", "10.0.0.1", 1);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
        fail("anna", "10.0.0.1", 50);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isEqualTo(LoginThrottle.LONGEST_WAIT);
    }

    @Test
    void nobodyElseWaits() {
        for (int user = 0; user < 1_000; user++) {
            fail("user" + user, "10.0.0.66", 30);
        }
        fail("anna", "10.0.0.67", 30);
        assertThat(throttle.waitFor("anna", "10.0.0.66")).isZero();
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isZero();
        assertThat(throttle.waitFor("user1", "10.0.0.66")).isPositive();
    }

    @Test
    void successAndTimeForgetFailures() {
        fail("anna", "10.0.0.1", 4);
        throttle.succeeded("anna", "10.0.0.1");
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isZero();

        fail("anna", "10.0.0.1", 4);
        now = now.plus(LoginThrottle.MEMORY).plusSeconds(1);
        fail("anna", "10.0.0.1", 1);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isZero();
    }

    @Test
    void thatSomebodyCameTooEarlyIsNewsOnceAFailure() {
        assertThat(throttle.isNews("anna", "10.0.0.1")).isFalse();
        fail("anna", "10.0.0.1", 4);
        assertThat(throttle.isNews("anna", "10.0.0.1")).isTrue();
        assertThat(throttle.isNews("anna", "10.0.0.1")).isFalse();
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isPositive();
        fail("anna", "10.0.0.1", 1);
        assertThat(throttle.isNews("anna", "10.0.0.1")).isTrue();
    }

    private void fail(String user, String address, int times) {
        for (int time = 0; time < times; time++) {
            throttle.failed(user, address);
        }
    }
}
