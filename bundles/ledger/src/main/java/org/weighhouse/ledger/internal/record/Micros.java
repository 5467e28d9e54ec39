package org.weighhouse.ledger.internal.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970, the precision the ledger keeps. */
public final class Micros {

    /** After every instant; stands for {@link Instant#MAX}. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Length of a roll-up cell. */
    public static final long QUARTER = 15L * 60 * 1_000_000;

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Micros() {}

    /** Cut to microseconds; 0 for anything before 1970, {@link #NEVER} for anything after the year 9998. */
    public static long of(Instant instant) {
        if (instant.isBefore(Instant.EPOCH)) {
            return 0;
        }
        return instant.isBefore(LAST) ? ChronoUnit.MICROS.between(Instant.EPOCH, instant) : NEVER;
    }

    public static Instant toInstant(long micros) {
        return micros == NEVER ? Instant.MAX : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Number of the quarter of an hour, counted from 1970, that an instant lies in. */
    public static int quarterOf(long micros) {
        return (int) Math.min(Integer.MAX_VALUE, micros / QUARTER);
    }

    public static Instant startOfQuarter(int quarter) {
        return Instant.ofEpochSecond(quarter * 900L);
    }

    /** Number of the first quarter that begins at or after an instant. */
    public static int firstQuarterFrom(long micros) {
        return micros == NEVER ? Integer.MAX_VALUE : quarterOf(micros + QUARTER - 1);
    }
}
