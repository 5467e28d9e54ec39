package org.weighhouse.ledger.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ledger.internal.engine.TestLedger.ACME;
import static org.weighhouse.ledger.internal.engine.TestLedger.CREDIT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Measures;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Allowance.Limit;
import org.weighhouse.api.ledger.Dossier;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.Posting;
import org.weighhouse.api.ledger.Receipt;
import org.weighhouse.api.ledger.Reservation;
import org.weighhouse.api.ledger.ReserveOutcome;
import org.weighhouse.api.ledger.Terms;

/** Whatever is done in whatever order, the ledger answers and stands as the plain model does. 100,000 steps a run. */
class ModelTest {

    private static final int TRIES = 200;
    private static final int STEPS = 500;

    /** Several checkpoints a try, with rows after the last one. */
    private static final Settings SETTINGS = Settings.DEFAULT.withCheckpointEvery(60, 100);

    private MemoryStore store;
    private Path folder;
    private TestClock clock;
    private LedgerEngine engine;
    private Model model;

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void theLedgerDoesWhatItsModelDoes(@ForAll("steps") List<Step> steps) {
        store = new MemoryStore();
        folder = TestFolders.create();
        clock = new TestClock();
        model = new Model();
        engine = LedgerEngine.open(store, folder, clock, SETTINGS);
        try {
            for (Step step : steps) {
                assertThat(doToLedger(step)).as("%s", step).isEqualTo(doToModel(step));
                compareBalances(step);
            }
            String before = engine.stateHash();
            restart();
            assertThat(engine.stateHash()).isEqualTo(before);
        } finally {
            engine.close();
        }
    }

    private void compareBalances(Step after) {
        for (int monthsAway = -2; monthsAway <= 1; monthsAway++) {
            Instant at = model.now.atZone(ZoneOffset.UTC).plusMonths(monthsAway).toInstant();
            assertThat(TestLedger.parts(engine.queries().balance(ACME, CREDIT, at)))
                    .as("balance at %s after %s", at, after)
                    .isEqualTo(model.parts(at));
        }
    }

    private Object doToModel(Step step) {
        return switch (step) {
            case Step.Write w -> model.write(w.id(), w.slot(), w.credits(), w.campaign());
            case Step.Correct c -> model.correct(c.original(), c.id(), c.credits(), c.campaign());
            case Step.Give g -> model.give(g.id(), g.credits(), from(g), expires(g), g.priority());
            case Step.Reserve r -> model.reserve(r.hold(), r.credits(), r.minutes());
            case Step.Post p -> model.post(p.hold(), p.id(), p.credits());
            case Step.VoidHold r -> model.voidHold(r.hold());
            case Step.SetTerms t -> {
                model.setTerms(allowance(t));
                yield "done";
            }
            case Step.Advance a -> {
                model.advance(a.minutes());
                yield "done";
            }
            case Step.Restart ignored -> "done";
        };
    }

    private Object doToLedger(Step step) {
        return switch (step) {
            case Step.Write w -> record(posting("e" + w.id(), Model.timeOf(w.slot()), w.credits(), w.campaign()));
            case Step.Correct c ->
                record(posting("c" + c.id(), Model.BEGINNING, c.credits(), c.campaign())
                        .correcting("e" + c.original()));
            case Step.Give g -> engine.grant(grant(g)).join();
            case Step.Reserve r -> engine.reserve(reservation(r)).join() instanceof ReserveOutcome.Held;
            case Step.Post p ->
                engine.post(
                                ACME,
                                hold(p.hold()),
                                List.of(posting("e" + p.id(), Model.BEGINNING, p.credits(), 0)),
                                Dossier.Basis.NO_AMENDMENTS)
                        .join();
            case Step.VoidHold r -> engine.voidHold(ACME, hold(r.hold())).join();
            case Step.SetTerms t -> {
                engine.setTerms(ACME, new Terms(ZoneOffset.UTC, Map.of(CREDIT, allowance(t))))
                        .join();
                yield "done";
            }
            case Step.Advance a -> {
                clock.advance(Duration.ofMinutes(a.minutes()));
                engine.wake().join();
                yield "done";
            }
            case Step.Restart ignored -> {
                restart();
                yield "done";
            }
        };
    }

    private void restart() {
        engine.close();
        engine = LedgerEngine.open(store, folder, clock, SETTINGS);
    }

    private Receipt.Status record(Posting posting) {
        return engine.record(ACME, List.of(posting)).join().getFirst().status();
    }

    private static Posting posting(String id, Instant time, int credits, int campaign) {
        return Posting.fact(
                "telegram",
                id,
                time,
                CREDIT,
                Amount.of(credits),
                Measures.of(1),
                Attribution.NONE.with(Dimension.CAMPAIGN, "c" + campaign));
    }

    private static Grant grant(Step.Give give) {
        return new Grant(
                ACME,
                "g" + give.id(),
                CREDIT,
                Grant.Kind.TOP_UP,
                Amount.of(give.credits()),
                from(give),
                expires(give),
                give.priority());
    }

    /** In the middle of a quarter of an hour, where it is easy to be wrong. */
    private static Instant from(Step.Give give) {
        return Model.startOf(YearMonth.of(2026, 10).plusMonths(give.fromMonth()))
                .plus(Duration.ofMinutes(give.id() * 601L));
    }

    private static Instant expires(Step.Give give) {
        return give.months() == 0 ? Instant.MAX : from(give).plus(Duration.ofDays(30L * give.months()));
    }

    private static Reservation reservation(Step.Reserve reserve) {
        return new Reservation(
                hold(reserve.hold()),
                ACME,
                Map.of(CREDIT, Amount.of(reserve.credits())),
                Duration.ofMinutes(reserve.minutes()));
    }

    private static UUID hold(int number) {
        return new UUID(0, number);
    }

    private static Allowance allowance(Step.SetTerms terms) {
        return new Allowance(Amount.of(terms.credits()), terms.limit(), terms.rollsOver());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> credits = Arbitraries.integers().between(0, 40);
        Arbitrary<Integer> campaign = Arbitraries.integers().between(0, 2);
        Arbitrary<Integer> id = Arbitraries.integers().between(0, 150);
        Arbitrary<Integer> hold = Arbitraries.integers().between(0, 60);
        Arbitrary<Integer> slot = Arbitraries.integers().between(-250, 100);
        Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 5_000);
        Arbitrary<Step> write = Combinators.combine(id, slot, credits, campaign).as(Step.Write::new);
        Arbitrary<Step> correct = Combinators.combine(id, id, credits, campaign).as(Step.Correct::new);
        Arbitrary<Step> give = Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(50, 100, 200))
                .as(Step.Give::new);
        Arbitrary<Step> reserve = Combinators.combine(hold, credits, minutes).as(Step.Reserve::new);
        Arbitrary<Step> post = Combinators.combine(hold, id, credits).as(Step.Post::new);
        Arbitrary<Step> voiding = hold.map(Step.VoidHold::new);
        Arbitrary<Step> terms = Combinators.combine(
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.of(Limit.class),
                        Arbitraries.of(true, false))
                .as(Step.SetTerms::new);
        Arbitrary<Step> advance = minutes.map(Step.Advance::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(8, write),
                        Tuple.of(4, correct),
                        Tuple.of(1, give),
                        Tuple.of(6, reserve),
                        Tuple.of(3, post),
                        Tuple.of(2, voiding),
                        Tuple.of(1, terms),
                        Tuple.of(1, advance),
                        Tuple.of(1, Arbitraries.just(new Step.Restart())))
                .list()
                .ofSize(STEPS);
    }
}
