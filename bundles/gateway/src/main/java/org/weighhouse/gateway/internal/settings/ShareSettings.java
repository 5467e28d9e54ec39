package org.weighhouse.gateway.internal.settings;

import java.time.Duration;

/**
 * What keeps one from taking the door from the others, checked.
 *
 * @param key pace of a key
 * @param workspace pace of all keys of a workspace together
 * @param paceWait how long a request that comes too early waits for its turn
 * @param maxPaces most keys and workspaces each whose pace is remembered
 * @param maxStrangerBytes longest body that is read before it is known whose it is
 * @param maxStrangerBytesInFlight most bytes of such bodies in memory at once
 */
public record ShareSettings(
        Rate key,
        Rate workspace,
        Duration paceWait,
        int maxPaces,
        int maxStrangerBytes,
        long maxStrangerBytesInFlight) {

    /** @throws IllegalArgumentException if a setting is out of its range */
    public ShareSettings {
        key.check("key");
        workspace.check("workspace");
        GatewaySettings.check("paceWaitInMs", paceWait.toMillis(), 0, 10_000);
        GatewaySettings.check("maxPaces", maxPaces, 1, 10_000_000);
        GatewaySettings.check("maxStrangerBytes", maxStrangerBytes, 1_024, 1 << 30);
        GatewaySettings.check(
                "maxStrangerBytesInFlight",
                maxStrangerBytesInFlight,
                GatewaySettings.BODIES_IN_A_POOL * maxStrangerBytes,
                Long.MAX_VALUE);
    }

    static ShareSettings of(GatewayConfig config) {
        return new ShareSettings(
                new Rate(config.keyPerSecond(), config.keyBurst()),
                new Rate(config.workspacePerSecond(), config.workspaceBurst()),
                Duration.ofMillis(config.paceWaitInMs()),
                config.maxPaces(),
                config.maxStrangerBytes(),
                config.maxStrangerBytesInFlight());
    }
}
