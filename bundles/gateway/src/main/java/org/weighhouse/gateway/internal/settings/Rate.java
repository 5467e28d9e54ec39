package org.weighhouse.gateway.internal.settings;

/**
 * A pace that is allowed.
 *
 * @param perSecond for long
 * @param burst at once
 */
public record Rate(int perSecond, int burst) {

    private static final int MOST = 1_000_000;

    /**
     * @param name what its settings are called: {@code <name>PerSecond} and {@code <name>Burst}
     * @throws IllegalArgumentException if one is out of its range
     */
    void check(String name) {
        GatewaySettings.check(name + "PerSecond", perSecond, 1, MOST);
        GatewaySettings.check(name + "Burst", burst, 1, MOST);
    }
}
