package org.weighhouse.api.catalog;

/** A text that does not show itself in logs. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
