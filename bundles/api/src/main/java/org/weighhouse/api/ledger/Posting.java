package org.weighhouse.api.ledger;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;

/**
 * A rated fact to be written: what {@code (workspace, source, id)} costs. The ledger writes it once for ever.
 *
 * @param time when it happened; decides the roll-up cell and the grants it burns. A correction or restatement counts at
 *     the time of its original
 * @param amount what it costs, zero or more
 * @param measures how much it was, none of them negative
 * @param reference what the platform calls it
 * @param mode how it relates to what was written before
 * @param subject id (same workspace and source) of the fact that a correction or restatement is about; empty for a fact
 */
public record Posting(
        String source,
        String id,
        Instant time,
        Unit unit,
        Amount amount,
        Measures measures,
        Attribution attribution,
        Reference reference,
        Mode mode,
        String subject) {

    /** How a posting relates to what was written before. */
    public enum Mode {
        /** Something new. */
        FACT,
        /** Replaces what is known of its subject: the ledger writes the difference. Refused if nothing is. */
        CORRECTION,
        /** Like a correction; if nothing is known of its subject yet, it is that fact, under the subject's id. */
        RESTATEMENT
    }

    /** @throws IllegalArgumentException if an amount or measure is negative, or mode and subject do not fit */
    public Posting {
        if (amount.isNegative() || measures.hasNegative()) {
            throw new IllegalArgumentException("amount and measures must not be negative");
        }
        if (subject.isEmpty() != (mode == Mode.FACT)) {
            throw new IllegalArgumentException("a correction or restatement has a subject, a fact has none");
        }
    }

    /** A fact with no name of the platform's. */
    public static Posting fact(
            String source,
            String id,
            Instant time,
            Unit unit,
            Amount amount,
            Measures measures,
            Attribution attribution) {
        return new Posting(source, id, time, unit, amount, measures, attribution, Reference.NONE, Mode.FACT, "");
    }

    /** The same as the correction of another posting. */
    public Posting correcting(String corrected) {
        return new Posting(
                source, id, time, unit, amount, measures, attribution, reference, Mode.CORRECTION, corrected);
    }

    /** The same as a restatement of a fact. */
    public Posting restating(String fact) {
        return new Posting(source, id, time, unit, amount, measures, attribution, reference, Mode.RESTATEMENT, fact);
    }

    public Posting with(Reference name) {
        return new Posting(source, id, time, unit, amount, measures, attribution, name, mode, subject);
    }
}
