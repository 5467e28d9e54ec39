package org.weighhouse.pricing.internal;

import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.catalog.RateCard;

/**
 * Rows of one kind, as they are read. The first one that matches counts, so what stands behind a wider one would never be
 * looked at: a mistake of whoever wrote it.
 */
final class Rows<T> {

    private final String what;
    private final int most;
    private final List<T> rows = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();

    /** @param what they are, in words */
    Rows(String what, int most) {
        this.what = what;
        this.most = most;
    }

    /**
     * What a row is for.
     *
     * @param line where it stands
     * @param matches texts or {@link RateCard#ANY}
     * @param from the row is for calls with at least so many input tokens
     */
    record Scope(long line, long from, List<String> matches) {

        Scope(long line, String... matches) {
            this(line, 0, List.of(matches));
        }

        private boolean covers(Scope later) {
            for (int i = 0; i < matches.size(); i++) {
                String match = matches.get(i);
                if (!match.equals(RateCard.ANY) && !match.equals(later.matches.get(i))) {
                    return false;
                }
            }
            return from <= later.from;
        }
    }

    void add(T row, Scope scope) {
        rows.add(row);
        scopes.add(scope);
    }

    /** @throws IllegalArgumentException if there are more than are kept, or one is never reached */
    List<T> all() {
        if (rows.size() > most) {
            throw new IllegalArgumentException(
                    "the file has " + rows.size() + " rows of " + what + "; at most " + most + " are kept");
        }
        for (int later = 1; later < scopes.size(); later++) {
            requireReached(scopes.get(later), scopes.subList(0, later));
        }
        return rows;
    }

    private static void requireReached(Scope later, List<Scope> before) {
        for (Scope earlier : before) {
            if (earlier.covers(later)) {
                throw new IllegalArgumentException("line " + later.line + ": is never reached, for line " + earlier.line
                        + " matches all that it does");
            }
        }
    }
}
