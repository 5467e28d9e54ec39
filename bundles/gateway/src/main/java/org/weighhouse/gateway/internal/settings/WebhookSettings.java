package org.weighhouse.gateway.internal.settings;

/**
 * The settings of webhooks, checked.
 *
 * @param maxBytes longest body
 * @param maxInFlight most that are worked on at once
 * @param maxInFlightBytes most bytes of their bodies in memory at once
 * @param account pace of an account
 * @param maxAccounts most accounts whose pace is remembered
 */
public record WebhookSettings(int maxBytes, int maxInFlight, long maxInFlightBytes, Rate account, int maxAccounts) {

    /** @throws IllegalArgumentException if a setting is out of its range */
    public WebhookSettings {
        GatewaySettings.check("maxWebhookBytes", maxBytes, 1_024, 1 << 30);
        GatewaySettings.check("maxWebhooksInFlight", maxInFlight, 1, 1_000_000);
        GatewaySettings.check(
                "maxWebhookBytesInFlight",
                maxInFlightBytes,
                GatewaySettings.BODIES_IN_A_POOL * maxBytes,
                Long.MAX_VALUE);
        account.check("webhook");
        GatewaySettings.check("maxWebhookAccounts", maxAccounts, 1, 1_000_000);
    }

    static WebhookSettings of(GatewayConfig config) {
        return new WebhookSettings(
                config.maxWebhookBytes(),
                config.maxWebhooksInFlight(),
                config.maxWebhookBytesInFlight(),
                new Rate(config.webhookPerSecond(), config.webhookBurst()),
                config.maxWebhookAccounts());
    }
}
