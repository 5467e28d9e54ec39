package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Reference;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.SettleOutcome;

/** What a hold is settled with counts once, and only if it was worked out from all that is known of it. */
class SettleTest {

    private static final String NOON = "2026-11-23T09:00:00Z";
    private static final Reference WAMID = Reference.of("wamid.1");
    private static final Posting SENT = posting("m", NOON, 40).with(WAMID);
    private static final Dossier.Basis NOTHING = Dossier.Basis.NO_AMENDMENTS;

    private final MemoryLedger ledger = new MemoryLedger(TestLedger.MANY_CHECKPOINTS);
    private final UUID hold = new UUID(1, 2);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatWasCountedBeforeLeavesTheHoldAsItWas() {
        ledger.hardLimit(ACME, 100);
        ledger.record(SENT);
        ledger.reserve(hold, 50);
        String before = ledger.engine().stateHash();

        assertThat(ledger.post(hold, NOTHING, SENT)).isEqualTo(SettleOutcome.COUNTED_BEFORE);
        assertThat(ledger.post(hold, NOTHING, SENT, posting("more", NOON, 5))).isEqualTo(SettleOutcome.COUNTED_BEFORE);
        assertThat(ledger.post(hold, NOTHING, posting("m", NOON, 41))).isEqualTo(SettleOutcome.COUNTED_BEFORE);

        assertThat(ledger.engine().stateHash()).isEqualTo(before);
        assertThat(ledger.parts()).containsExactly(40L, 50L, 10L, 0L);
        ledger.restart();
        assertThat(ledger.engine().voidHold(ACME, hold).join()).isEqualTo(SettleOutcome.SETTLED);
    }

    @Test
    void ofTheOthersWhatWasCountedBeforeIsLeftOut() {
        ledger.hardLimit(ACME, 100);
        ledger.record(posting("fee", NOON, 3));
        ledger.reserve(hold, 50);

        assertThat(ledger.post(hold, NOTHING, SENT, posting("fee", NOON, 3), posting("toll", NOON, 2)))
                .isEqualTo(SettleOutcome.SETTLED);

        assertThat(ledger.parts()).containsExactly(45L, 0L, 55L, 0L);
    }

    @Test
    void anExpiredHoldIsCountedOnceAndNotIfItWasCountedBefore() {
        ledger.hardLimit(ACME, 100);
        ledger.record(posting("known", NOON, 1));
        ledger.reserve(hold, 50);
        ledger.clock.advance(Duration.ofHours(1));
        ledger.restart();

        assertThat(ledger.post(hold, NOTHING, posting("known", NOON, 1))).isEqualTo(SettleOutcome.COUNTED_BEFORE);
        assertThat(ledger.post(hold, NOTHING, SENT)).isEqualTo(SettleOutcome.EXPIRED);
        assertThat(ledger.post(hold, NOTHING, SENT)).isEqualTo(SettleOutcome.ALREADY_POSTED);
        assertThat(ledger.parts()).containsExactly(41L, 0L, 59L, 0L);
    }

    @Test
    void whatWasSaidMeanwhileMakesItStaleAndNothingChanges() {
        ledger.hardLimit(ACME, 100);
        ledger.reserve(hold, 50);
        assertThat(ledger.amend(WAMID, said("read", 1))).isEqualTo(AmendOutcome.KEPT);
        String before = ledger.engine().stateHash();

        assertThat(ledger.post(hold, NOTHING, SENT)).isEqualTo(SettleOutcome.STALE);

        assertThat(ledger.engine().stateHash()).isEqualTo(before);
        assertThat(ledger.parts()).containsExactly(0L, 50L, 50L, 0L);
        ledger.restart();
        assertThat(ledger.post(hold, NOTHING, SENT)).isEqualTo(SettleOutcome.STALE);
        assertThat(ledger.post(hold, ledger.dossier(WAMID).basis(), SENT)).isEqualTo(SettleOutcome.SETTLED);
        assertThat(ledger.parts()).containsExactly(40L, 0L, 60L, 0L);
    }

    /** With nothing said of it, any number of things may have the name. */
    @Test
    void whetherItWasCountedMattersOnlyOnceSomethingWasSaid() {
        UUID second = new UUID(1, 3);
        UUID third = new UUID(1, 4);
        ledger.reserve(hold, 50);
        ledger.reserve(second, 50);
        ledger.reserve(third, 50);
        Posting other = posting("n", NOON, 40).with(WAMID);

        assertThat(ledger.post(hold, NOTHING, SENT)).isEqualTo(SettleOutcome.SETTLED);
        assertThat(ledger.post(second, NOTHING, other)).isEqualTo(SettleOutcome.SETTLED);
        ledger.amend(WAMID, said("read", 1));

        assertThat(ledger.post(
                        third,
                        new Dossier.Basis(false, 1),
                        posting("o", NOON, 1).with(WAMID)))
                .isEqualTo(SettleOutcome.STALE);
        assertThat(ledger.post(
                        third, new Dossier.Basis(true, 1), posting("o", NOON, 1).with(WAMID)))
                .isEqualTo(SettleOutcome.SETTLED);
    }

    @Test
    void whatHasNoNameRestsOnNothing() {
        ledger.reserve(hold, 50);

        assertThat(ledger.post(hold, new Dossier.Basis(true, 17), posting("m", NOON, 1)))
                .isEqualTo(SettleOutcome.SETTLED);
    }

    private static Amendment said(String id, long quantity) {
        return new Amendment(id, "", Instant.parse(NOON), List.of(new Amendment.Change.Quantity(quantity)));
    }
}
