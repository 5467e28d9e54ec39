package org.weighhouse.gateway.internal.settings;

/**
 * The settings of webhooks, checked.
 *
 * @param maxBytes longest body
 * @param maxInFlight most that are worked on at once
 * @param maxInFlightBytes most bytes of their bodies in memory at once
 * @param perSecond how many an account may send for long
 * @param burst how many an account may send at once
 * @param maxAccounts most accounts whose pace is remembered
 */
public record WebhookSettings(
        int maxBytes, int maxInFlight, long maxInFlightBytes, int perSecond, int burst, int maxAccounts) {

    /** @throws IllegalArgumentException if a setting is out of its range */
    public WebhookSettings {
        GatewaySettings.check("maxWebhookBytes", maxBytes, 1_024, 1 << 30);
        GatewaySettings.check("maxWebhooksInFlight", maxInFlight, 1, 1_000_000);
        GatewaySettings.check("maxWebhookBytesInFlight", maxInFlightBytes, maxBytes, Long.MAX_VALUE);
        GatewaySettings.check("webhooksPerSecond", perSecond, 1, 1_000_000);
        GatewaySettings.check("webhookBurst", burst, 1, 1_000_000);
        GatewaySettings.check("maxWebhookAccounts", maxAccounts, 1, 1_000_000);
    }

    static WebhookSettings of(GatewayConfig config) {
        return new WebhookSettings(
                config.maxWebhookBytes(),
                config.maxWebhooksInFlight(),
                config.maxWebhookBytesInFlight(),
                config.webhooksPerSecond(),
                config.webhookBurst(),
                config.maxWebhookAccounts());
    }
}
