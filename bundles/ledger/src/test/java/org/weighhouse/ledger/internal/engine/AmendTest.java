package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;
import static org.weighhouse.ledger.internal.engine.TestLedger.posting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.Reference;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.ledger.internal.rollup.CellSettings;

/** What a platform says later is written down once, with what follows from it, whether it comes early, late or again. */
class AmendTest {

    private static final String NOON = "2026-11-20T12:00:00Z";
    private static final Reference WAMID = Reference.of("wamid.1");
    private static final Posting SENT = posting("m", NOON, 5).with(WAMID);

    private final MemoryLedger ledger =
            new MemoryLedger(TestLedger.MANY_CHECKPOINTS.withCells(new CellSettings(1_000, 10, 0)));

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatComesBeforeIsKeptAndWhatComesAfterIsApplied() {
        assertThat(ledger.amend(WAMID, said("early", 1, 2))).isEqualTo(AmendOutcome.KEPT);
        ledger.restart();
        ledger.record(SENT);
        ledger.restart();

        assertThat(ledger.amend(WAMID, said("late", 2, 1), restated("late", 1))).isEqualTo(AmendOutcome.APPLIED);

        ledger.restart();
        Dossier dossier = ledger.dossier(WAMID);
        assertThat(dossier.amendments()).containsExactly(said("early", 1, 2), said("late", 2, 1));
        assertThat(dossier.original())
                .hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo("m"));
        assertThat(dossier.basis()).isEqualTo(new Dossier.Basis(true, 2));
        assertThat(ledger.parts().getFirst()).isEqualTo(1);
        assertThat(ledger.findings()).isEmpty();
    }

    @Test
    void theSameIsWrittenOnceAndOtherContentUnderItsIdIsAConflict() {
        ledger.record(SENT);
        ledger.amend(WAMID, said("read", 1, 3), restated("read", 3));
        ledger.restart();
        String before = ledger.engine().stateHash();

        assertThat(ledger.amend(WAMID, said("read", 1, 3), restated("again", 2)))
                .isEqualTo(AmendOutcome.DUPLICATE);
        assertThat(ledger.amend(WAMID, said("read", 1, 4), restated("again", 4)))
                .isEqualTo(AmendOutcome.CONFLICT);
        assertThat(ledger.amend(WAMID, said("read", 2, 3))).isEqualTo(AmendOutcome.CONFLICT);

        assertThat(ledger.engine().stateHash()).isEqualTo(before);
        assertThat(ledger.dossier(WAMID).amendments()).hasSize(1);
        assertThat(ledger.parts().getFirst()).isEqualTo(3);
    }

    @Test
    void anotherStateThanItRestsOnMakesItStale() {
        ledger.amend(WAMID, said("first", 1, 1));
        String before = ledger.engine().stateHash();

        assertThat(ledger.amend(WAMID, said("second", 2, 2), Dossier.Basis.NO_AMENDMENTS))
                .isEqualTo(AmendOutcome.STALE);
        assertThat(ledger.amend(WAMID, said("second", 2, 2), new Dossier.Basis(false, 2)))
                .isEqualTo(AmendOutcome.STALE);
        assertThat(ledger.amend(WAMID, said("second", 2, 2), new Dossier.Basis(true, 1), restated("second", 2)))
                .isEqualTo(AmendOutcome.STALE);

        assertThat(ledger.engine().stateHash()).isEqualTo(before);
        assertThat(ledger.dossier(WAMID).amendments()).containsExactly(said("first", 1, 1));
    }

    @Test
    void ofOtherNamesNothingIsSaid() {
        ledger.amend(WAMID, said("read", 1, 1));

        assertThat(ledger.amend(Reference.of("wamid.2"), said("read", 1, 1))).isEqualTo(AmendOutcome.KEPT);
        assertThat(ledger.queries().dossier(ACME, "viber", WAMID)).isEqualTo(Dossier.EMPTY);
        assertThat(ledger.queries().dossier(new WorkspaceId("other"), "telegram", WAMID))
                .isEqualTo(Dossier.EMPTY);
        assertThatThrownBy(() -> ledger.amend(Reference.NONE, said("read", 1, 1), Dossier.Basis.NO_AMENDMENTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstRestatementOfAFactIsThatFact() {
        ledger.record(SENT);

        ledger.amend(WAMID, said("price", 1, 5), cost("price", 700));
        ledger.restart();
        ledger.amend(WAMID, said("same", 2, 5), cost("same", 700), restated("same", 5));
        List<LedgerEntry> costs = entries(Unit.COST);

        assertThat(costs).extracting(LedgerEntry::id).containsExactly("m/cost");
        assertThat(costs.getFirst().corrects()).isEmpty();
        assertThat(entries(CREDIT)).extracting(LedgerEntry::id).containsExactly("m");

        ledger.amend(WAMID, said("less", 3, 5), cost("less", 300));
        assertThat(entries(Unit.COST))
                .extracting(entry -> entry.amount().milli())
                .containsExactly(700_000L, -400_000L);
        assertThat(entries(Unit.COST).getLast().corrects()).isEqualTo("m/cost");
    }

    @Test
    void whatIsRestatedTwiceInOneCallIsWrittenOnce() {
        ledger.record(SENT);

        ledger.amend(WAMID, said("price", 1, 5), cost("one", 700), cost("two", 700), cost("three", 800));

        assertThat(entries(Unit.COST)).extracting(LedgerEntry::id).containsExactly("m/cost", "three/cost");
    }

    /** Corrections that brought another fact to the name are none that could be amended. */
    @Test
    void theOriginalIsNoCorrection() {
        ledger.record(posting("other", NOON, 1));
        Posting viber = Posting.fact(
                        "telegram",
                        "moved",
                        Instant.parse(NOON),
                        CREDIT,
                        Amount.of(1),
                        Measures.of(1),
                        posting("any", NOON, 1).attribution().with(Dimension.CHANNEL, "viber"))
                .with(WAMID)
                .correcting("other");
        ledger.record(viber);
        assertThat(ledger.queries().find(ACME, "viber", WAMID)).hasSize(1);
        assertThat(ledger.queries().dossier(ACME, "viber", WAMID)).isEqualTo(Dossier.EMPTY);
        assertThat(ledger.dossier(WAMID)).isEqualTo(Dossier.EMPTY);

        ledger.record(SENT);
        ledger.restart();

        assertThat(ledger.dossier(WAMID).original())
                .hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo("m"));
    }

    @Test
    void itIsRestatedThirtyFiveDaysLaterInItsOwnMonth() {
        ledger.hardLimit(ACME, 100);
        ledger.record(SENT);
        for (int day = 0; day < 35; day++) {
            ledger.clock.advance(Duration.ofDays(1));
            ledger.record(posting("day-" + day, ledger.clock.instant(), 1));
            ledger.engine().checkpoint().join();
        }
        ledger.restart();

        assertThat(ledger.amend(WAMID, said("failed", 1, 0), restated("failed", 0)))
                .isEqualTo(AmendOutcome.APPLIED);

        ledger.restart();
        assertThat(entries(CREDIT).getLast().time()).isEqualTo(Instant.parse(NOON));
        TimeRange day = new TimeRange(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(ledger.queries()
                        .query(UsageQuery.total(ACME, CREDIT, day, ZoneOffset.UTC))
                        .getFirst()
                        .usage()
                        .amount())
                .isEqualTo(Amount.ZERO);
        Instant endOfNovember = Instant.parse("2026-11-30T23:59:59.999999Z");
        assertThat(TestLedger.parts(ledger.queries().balance(ACME, CREDIT, endOfNovember)))
                .containsExactly(7L, 0L, 93L, 0L);
        assertThat(ledger.findings()).isEmpty();
    }

    @Test
    @Timeout(120)
    void thereAreOnlySoManyAmendmentsOfOneName() {
        List<CompletableFuture<AmendOutcome>> said = new ArrayList<>();
        for (int i = 0; i < Dossier.MAX_AMENDMENTS; i++) {
            said.add(ledger.engine()
                    .amend(
                            ACME,
                            MemoryLedger.CHANNEL,
                            WAMID,
                            said("a" + i, i, 1),
                            new Dossier.Basis(false, i),
                            List.of()));
        }
        assertThat(said).extracting(CompletableFuture::join).containsOnly(AmendOutcome.KEPT);

        Dossier.Basis full = new Dossier.Basis(false, Dossier.MAX_AMENDMENTS);
        assertThat(ledger.amend(WAMID, said("more", 1, 1), full)).isEqualTo(AmendOutcome.TOO_MANY);
        assertThat(ledger.amend(WAMID, said("a77", 77, 1), full)).isEqualTo(AmendOutcome.DUPLICATE);
        assertThat(ledger.dossier(WAMID).amendments()).hasSize(Dossier.MAX_AMENDMENTS);
        assertThat(ledger.amend(Reference.of("wamid.2"), said("more", 1, 1))).isEqualTo(AmendOutcome.KEPT);
    }

    private static Amendment said(String id, long seconds, long quantity) {
        Instant asOf = Instant.parse(NOON).plusSeconds(seconds);
        return new Amendment(id, "", asOf, List.of(new Amendment.Change.Quantity(quantity)));
    }

    private static Posting restated(String id, long credits) {
        return posting(id, NOON, credits).with(WAMID).restating("m");
    }

    private static Posting cost(String id, long cost) {
        return Posting.fact(
                        "telegram",
                        id + "/cost",
                        Instant.parse(NOON),
                        Unit.COST,
                        Amount.of(cost),
                        Measures.of(5),
                        SENT.attribution())
                .with(WAMID)
                .restating("m/cost");
    }

    private List<LedgerEntry> entries(Unit unit) {
        TimeRange always = new TimeRange(Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"));
        return ledger.queries()
                .explain(UsageQuery.total(ACME, unit, always, ZoneOffset.UTC), 0, 1_000)
                .entries();
    }
}
