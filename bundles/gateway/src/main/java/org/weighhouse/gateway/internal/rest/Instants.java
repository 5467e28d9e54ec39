package org.weighhouse.gateway.internal.rest;

import java.time.DateTimeException;
import java.time.Instant;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.Rfc3339;

/** Instants in questions. */
public final class Instants {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Instants() {}

    /** @throws ProblemException 400 if it is no time of RFC 3339, or outside the years 1970 to 9999 */
    public static Instant parse(String name, String text) {
        Instant instant;
        try {
            instant = Rfc3339.parse(text);
        } catch (DateTimeException notRfc3339) {
            throw malformed(name + " must be of RFC 3339, such as 2026-11-01T00:00:00Z");
        }
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
            throw malformed(name + " must lie between 1970 and 9999");
        }
        return instant;
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.malformed(detail + "."));
    }
}
