package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Amendment;

class AmendTest extends AmendFixture {

    private final LedgerMeter meter = meter();

    @Test
    void aStatusRestatesKindMarketAndTheirPricesAtTheOriginalsTime() {
        settle(meter);
        assertThat(amend(meter, said("a", "", 90, kind("marketing"), market("FR"))))
                .isEqualTo(AmendOutcome.APPLIED);

        Attribution after = SENT.with(Dimension.MESSAGE_KIND, "marketing").with(Dimension.MARKET, "FR");
        assertThat(messagesAndCosts())
                .isEqualTo(Map.of(
                        "MESSAGE_CREDIT " + after, sum(5, 1),
                        "COST " + after, sum(110_000, 0)));
        assertThat(ledger.entries())
                .allSatisfy(entry -> assertThat(entry.time()).isEqualTo(NOW));
    }

    @Test
    void whatWasSaidBeforeIsKeptAndWorkedInWhenItIsCounted() {
        assertThat(amend(meter, said("a", "", 0, kind("marketing")))).isEqualTo(AmendOutcome.KEPT);
        settle(meter);

        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.of(7));
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(110_000));
    }

    @Test
    void whatIsObservedTakesInWhatWasSaidBeforeToo() {
        amend(meter, said("a", "", 0, kind("marketing")));
        meter.observe(DEMO, "acc1", "wamid", MESSAGE);

        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.of(7));
    }

    @Test
    void whatSomethingWasForIsFoundByItsName() {
        assertThat(meter.attribution(DEMO, "whatsapp", NAME)).isEqualTo(Attribution.NONE);
        settle(meter);

        assertThat(meter.attribution(DEMO, "whatsapp", NAME)).isEqualTo(SENT);
        assertThat(meter.attribution(DEMO, "telegram", NAME)).isEqualTo(Attribution.NONE);
    }

    @Test
    void onlyTheFirstThingOfANameIsMeant() {
        settle(meter);
        amend(meter, said("a", "", 0, quantity(0)));
        settle(meter);

        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.of(1));
    }

    @Test
    void theSameSaidTwiceChangesNothingAndSomethingElseUnderItsIdIsAConflict() {
        settle(meter);
        amend(meter, said("a", "", 0, quantity(0)));

        assertThat(amend(meter, said("a", "", 0, quantity(0)))).isEqualTo(AmendOutcome.DUPLICATE);
        assertThat(amend(meter, said("a", "", 0, quantity(9)))).isEqualTo(AmendOutcome.CONFLICT);
        assertThat(messagesAndCosts()).isEmpty();
    }

    @Test
    void aCostThatWasSaidHoldsWhateverThePriceBookSaysAndIsGivenBackByALaterNone() {
        settle(meter);
        amend(meter, said("a", "", 1, cost(77)));
        amend(meter, said("b", "", 2, kind("marketing")));
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(77));

        amend(meter, said("c", "", 3, quantity(0)));
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.ZERO);
        amend(meter, said("d", "", 4, quantity(0), cost(5)));
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(5));
    }

    @Test
    void aCostIsWrittenForTheFirstTimeAndNotBeforeThereIsOne() {
        Attribution unpriced = SENT.with(Dimension.MESSAGE_KIND, "utility");
        meter.settle(held(meter, MESSAGE), seen(unpriced, new Reading.Messages(1), NAME.value()));
        amend(meter, said("a", "", 1, quantity(2)));
        assertThat(ledger.entries()).noneMatch(entry -> entry.unit() == Unit.COST);

        amend(meter, said("b", "", 2, kind("marketing")));
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(220_000));
    }

    @Test
    void anAiCallIsGivenBackWholeAndComesBackWhole() {
        meter.settle(held(meter, CALL), CALL);
        Map<String, FakeBook.Sum> before = ledger.book.sums();
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(150));

        meter.amend(DEMO, "openai", NAME, said("a", "", 1, quantity(0)));
        assertThat(ledger.book.sums()).isEmpty();
        meter.amend(DEMO, "openai", NAME, said("b", "", 2, quantity(50)));
        meter.amend(DEMO, "openai", NAME, said("c", "part", 3, quantity(0)));
        assertThat(ledger.book.sums()).isEqualTo(before);

        meter.amend(DEMO, "openai", NAME, said("d", "", 4, kind("chat")));
        assertThat(ledger.book.sums().keySet()).allMatch(group -> group.contains("chat"));
        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(150));
    }

    @Test
    void engagementsAreNotAmended() {
        Attribution click = over("whatsapp", "click");
        amend(meter, said("a", "", 1, quantity(0)));
        meter.observe(DEMO, "acc1", "c", seen(click, new Reading.Engagement(Amount.of(3)), NAME.value()));
        amend(meter, said("b", "", 2, kind("reply"), cost(5)));

        assertThat(ledger.book.sums())
                .isEqualTo(Map.of("ENGAGEMENT " + click, sum(1, 1), "ENGAGEMENT_VALUE " + click, sum(3, 0)));
    }

    @Test
    void whatCannotBeAmendedIsRefused() {
        Amendment tooDear = said("a", "", 1, new Amendment.Change.Cost(Rules.MAX_COST.plus(new Amount(1))));

        assertThatThrownBy(() -> amend(meter, tooDear)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.amend(DEMO, "whatsapp", Reference.NONE, said("a", "", 1, cost(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.dossier(DEMO, "whatsapp", NAME).amendments()).isEmpty();
    }
}
