package org.weighhouse.meter.internal;

import org.weighhouse.api.catalog.RateCard;

/** What stands in a row of a rate card or price book to say what it is for. */
final class Pattern {

    private Pattern() {}

    static boolean matches(String pattern, String value) {
        return pattern.equals(RateCard.ANY) || pattern.equals(value);
    }
}
