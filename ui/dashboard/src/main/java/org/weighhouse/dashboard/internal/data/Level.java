package org.weighhouse.dashboard.internal.data;

import org.weighhouse.api.Amount;
import org.weighhouse.api.ledger.UsageLevel;

/** How close use has come to its limit. Never shown by colour alone: each has words too. */
public enum Level {
    UNLIMITED("No limit"),
    OK("On track"),
    WATCH("Over half used"),
    HIGH("Consider topping up or upgrading");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Level of(Amount used, Amount total) {
        return switch (UsageLevel.of(used, total)) {
            case LOW -> OK;
            case WATCH -> WATCH;
            case HIGH -> HIGH;
        };
    }
}
