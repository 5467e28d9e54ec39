package org.weighhouse.dashboard.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void the_first_failures_are_free() {
        fail("anna", "10.0.0.1", LoginThrottle.FREE_FAILURES_BY_USER - 1);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isZero();
    }

    @Test
    void each_further_failure_doubles_the_wait_up_to_a_bound() {
        fail("anna", "10.0.0.1", LoginThrottle.FREE_FAILURES_BY_USER);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isEqualTo(Duration.ofSeconds(1));
        fail("anna", "10.0.0.1", 1);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isEqualTo(Duration.ofSeconds(2));
        fail("anna", "10.0.0.1", 50);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isEqualTo(LoginThrottle.LONGEST_WAIT);
    }

    @Test
    void nobody_can_lock_somebody_else_out() {
        fail("anna", "10.0.0.66", 30);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isZero();
    }

    @Test
    void trying_many_users_from_one_address_is_slowed_down_too() {
        for (int user = 0; user < LoginThrottle.FREE_FAILURES_BY_ADDRESS; user++) {
            fail("user" + user, "10.0.0.66", 1);
        }
        assertThat(throttle.waitFor("another", "10.0.0.66")).isPositive();
    }

    @Test
    void success_and_time_forget_failures() {
        fail("anna", "10.0.0.1", 4);
        throttle.succeeded("anna", "10.0.0.1");
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isZero();

        fail("anna", "10.0.0.1", 4);
        now = now.plus(LoginThrottle.MEMORY).plusSeconds(1);
        fail("anna", "10.0.0.1", 1);
        assertThat(throttle.waitFor("anna", "10.0.0.1")).isZero();
    }

    private void fail(String user, String address, int times) {
        for (int time = 0; time < times; time++) {
            throttle.failed(user, address);
        }
    }
}
