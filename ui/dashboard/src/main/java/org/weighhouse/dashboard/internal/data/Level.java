package org.weighhouse.dashboard.internal.data;

import java.math.BigInteger;
import org.weighhouse.api.Amount;

/** How close use has come to its limit. Never shown by colour alone: each has words too. */
public enum Level {
    UNLIMITED("No limit"),
    OK("On track"),
    WATCH("Over half used"),
    HIGH("Consider topping up or upgrading");

    /** From this share on a card is orange. */
    public static final int WATCH_PERCENT = 50;
    /** Above this share a card is red. */
    public static final int HIGH_PERCENT = 80;

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Below 50 % OK, from 50 % to 80 % WATCH, above 80 % HIGH; compared exactly. Nothing granted at all is HIGH. */
    public static Level of(Amount used, Amount total) {
        if (!total.isPositive()) {
            return HIGH;
        }
        if (compare(used, total, HIGH_PERCENT) > 0) {
            return HIGH;
        }
        return compare(used, total, WATCH_PERCENT) >= 0 ? WATCH : OK;
    }

    private static int compare(Amount used, Amount total, int percent) {
        BigInteger share = BigInteger.valueOf(used.milli()).multiply(BigInteger.valueOf(100));
        return share.compareTo(BigInteger.valueOf(total.milli()).multiply(BigInteger.valueOf(percent)));
    }
}
