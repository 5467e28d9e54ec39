package org.weighhouse.ledger.internal.verify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.ledger.VerificationReport.Finding;
import org.weighhouse.ledger.internal.journal.JournalRow;
import org.weighhouse.ledger.internal.journal.JournalStore;

/**
 * What a journal amounts to that no ledger works on, such as a copy.
 *
 * @param end when its last row was written; empty if there is none
 * @param hash of the last row, in hex; empty if there is none
 * @param findings what is wrong
 */
public record JournalReading(long rows, long entries, Optional<Instant> end, String hash, List<Finding> findings) {

    /** Reads the whole journal and checks each row and the chain of all. */
    public static JournalReading of(JournalStore store) {
        Optional<JournalRow> last = store.last();
        Findings findings = new Findings();
        JournalWalk walk =
                new JournalWalk(last.map(JournalRow::seq).orElse(0L), Optional.empty(), findings, progress -> {});
        walk.read(store);
        return new JournalReading(
                walk.rows(),
                walk.entries(),
                last.map(row -> Instant.EPOCH.plus(row.recorded(), ChronoUnit.MICROS)),
                last.map(row -> HexFormat.of().formatHex(row.hash())).orElse(""),
                findings.toList());
    }
}
