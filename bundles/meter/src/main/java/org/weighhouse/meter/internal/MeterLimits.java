package org.weighhouse.meter.internal;

import java.time.Duration;

/**
 * The meter's settings, checked.
 *
 * @param ledgerTimeout longest wait for one answer of the ledger, 1 second to 1 hour
 * @param subscribersRemembered 0 to 10,000,000
 */
record MeterLimits(Duration ledgerTimeout, int subscribersRemembered) {

    MeterLimits {
        if (ledgerTimeout.toSeconds() < 1 || ledgerTimeout.toSeconds() > 3_600) {
            throw new IllegalArgumentException("ledgerTimeoutInSeconds must be between 1 and 3600");
        }
        if (subscribersRemembered < 0 || subscribersRemembered > 10_000_000) {
            throw new IllegalArgumentException("subscribersRemembered must be between 0 and 10000000");
        }
    }

    static MeterLimits of(MeterConfig config) {
        return new MeterLimits(Duration.ofSeconds(config.ledgerTimeoutInSeconds()), config.subscribersRemembered());
    }
}
