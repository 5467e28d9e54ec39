package org.weighhouse.meter.internal;

import org.weighhouse.api.UsageEvent;

/** Ids made of others: different ones give different ids, of at most {@link UsageEvent#MAX_ID_LENGTH} characters. */
final class Ids {

    private static final char SEPARATOR = '/';
    private static final String HASHED = "sha256:";
    /** Keeps restatements apart from facts of the same source. */
    private static final String RESTATED = "~";

    private Ids() {}

    /** Of a part of a fact. */
    static String part(String fact, String part) {
        return join(fact, part);
    }

    /**
     * Of what follows for a fact from something that was said.
     *
     * @param statement what tells it from all other statements about the fact
     */
    static String restatement(String fact, String statement) {
        return join(RESTATED + fact, statement);
    }

    /** Plain where the first separator ends the head; else, and where it would be too long, a hash of both. */
    private static String join(String head, String tail) {
        boolean plain = head.indexOf(SEPARATOR) < 0 && head.length() + 1 + tail.length() <= UsageEvent.MAX_ID_LENGTH;
        return plain ? head + SEPARATOR + tail : HASHED + Sha256.of(head.length() + ":" + head + tail);
    }
}
