package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.correcting;
import static org.weighhouse.ledger.internal.engine.TestLedger.parts;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Attribution;
import org.weighhouse.database.Dialect;

/** In which order a correction gives back; that has nothing to do with the database. */
class GiveBackTest {

    private static final String TIME = "2026-11-23T12:10:00Z";

    /** The grant begins within the quarter of an hour, so it cannot cover the overage of that quarter afterwards. */
    @Test
    void overageIsGivenBackBeforeWhatBurned() {
        try (TestLedger ledger = new TestLedger(Dialect.DERBY)) {
            ledger.hardLimit(0);
            ledger.grant("g", 10, "2026-11-23T12:05:00Z", "2026-11-23T13:00:00Z", 200);
            ledger.record("m", TIME, 15);
            assertThat(partsAtHalfPast(ledger)).containsExactly(15L, 0L, 0L, 5L);

            Attribution same = posting("any", TIME, 0).attribution();
            ledger.record(correcting("m", "c1", 10, same));
            assertThat(partsAtHalfPast(ledger)).containsExactly(10L, 0L, 0L, 0L);

            ledger.record(correcting("m", "c2", 4, same));
            assertThat(partsAtHalfPast(ledger)).containsExactly(4L, 0L, 6L, 0L);
        }
    }

    private static List<Long> partsAtHalfPast(TestLedger ledger) {
        return parts(ledger.balanceAt("2026-11-23T12:30:00Z"));
    }
}
