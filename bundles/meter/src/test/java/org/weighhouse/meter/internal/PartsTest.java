package org.weighhouse.meter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.AmendOutcome;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.Posting;

class PartsTest extends AmendFixture {

    private final LedgerMeter meter = meter();

    @Test
    void onceSomethingWasSaidOfPartsTheWholeIsTheirSum() {
        settle(meter);
        amend(meter, said("p1", "anna", 1, market("FR")));
        amend(meter, said("p2", "bob", 2, quantity(0)));
        amend(meter, said("p3", "carl", 3, cost(9)));
        amend(meter, said("all", "", 0, kind("marketing")));

        Attribution marketing = SENT.with(Dimension.MESSAGE_KIND, "marketing");
        Attribution french = marketing.with(Dimension.MARKET, "FR");
        assertThat(messagesAndCosts())
                .isEqualTo(Map.of(
                        "MESSAGE_CREDIT " + marketing, sum(7, 1),
                        "COST " + marketing, sum(9, 0),
                        "MESSAGE_CREDIT " + french, sum(5, 1),
                        "COST " + french, sum(110_000, 0)));
        assertThat(ledger.entries())
                .filteredOn(entry -> entry.source().equals("weighhouse:part/weighhouse:gateway"))
                .allSatisfy(entry -> assertThat(entry.reference()).isEqualTo(NAME));
    }

    @Test
    void noneOfTheWholeIsNoneOfEveryPartThatSaysNothingElse() {
        settle(meter);
        amend(meter, said("p1", "anna", 1, kind("marketing")));
        amend(meter, said("p2", "bob", 2, quantity(1)));
        amend(meter, said("all", "", 3, quantity(0)));

        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.of(1));
    }

    @Test
    void theCostOfTheWholeIsNotChargedForEveryPart() {
        settle(meter);
        amend(meter, said("all", "", 3, cost(1_000)));
        amend(meter, said("p1", "anna", 1, quantity(1)));
        amend(meter, said("p2", "bob", 2, quantity(1)));

        assertThat(ledger.used(Unit.COST)).isEqualTo(Amount.of(80_000));
    }

    @Test
    void sameIdsOfTwoObserversHaveTheirOwnParts() {
        meter.observe(DEMO, "acc1", "x", MESSAGE);
        meter.observe(DEMO, "acc2", "x", seen(SENT, new Reading.Messages(1), "m2"));
        amend(meter, said("a", "anna", 1, quantity(2)));
        meter.amend(DEMO, "whatsapp", Reference.of("m2"), said("a", "anna", 1, quantity(3)));

        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.of(5));
    }

    @Test
    void theLongestNamesFit() {
        String longest = "x".repeat(Reference.MAX_LENGTH);
        meter.observe(DEMO, "o".repeat(128), longest, seen(SENT, new Reading.Messages(1), longest));
        for (String part : List.of("", longest, "y".repeat(Reference.MAX_LENGTH))) {
            String id = part.isEmpty() ? longest : part.replace('x', 'a');
            meter.amend(DEMO, "whatsapp", Reference.of(longest), said(id, part, 1, kind("marketing")));
        }

        assertThat(ledger.used(Unit.MESSAGE_CREDIT)).isEqualTo(Amount.of(14));
        assertThat(ledger.entries()).extracting(LedgerEntry::id).allMatch(id -> id.length() <= 256);
        assertThat(ledger.entries()).extracting(LedgerEntry::source).allMatch(source -> source.length() <= 256);
    }

    @Test
    void moreChangesThanOneBatchTakesNeverCome() {
        settle(meter);
        for (int i = 0; i < Amending.MAX_PARTS; i++) {
            // Told to the ledger's fake at once, for the meter would take its time.
            ledger.book.note(new FakeBook.Place(DEMO, "whatsapp", NAME), said("p" + i, "part " + i, 1, quantity(1)));
        }
        assertThat(amend(meter, said("more", "one more", 1, quantity(1)))).isEqualTo(AmendOutcome.TOO_MANY);
        assertThat(amend(meter, said("all", "", 2, kind("marketing")))).isEqualTo(AmendOutcome.APPLIED);

        assertThat(ledger.batches.getLast()).hasSizeBetween(2 * Amending.MAX_PARTS, Ledger.MAX_BATCH);
    }

    @Test
    void onlyWhatIsDifferentIsRestated() {
        settle(meter);
        amend(meter, said("p1", "anna", 1, quantity(1)));
        amend(meter, said("p2", "bob", 1, quantity(1)));
        amend(meter, said("p3", "bob", 2, kind("utility")));

        assertThat(ledger.batches.getLast()).extracting(Posting::subject).allMatch(fact -> fact.endsWith("/bob"));
    }
}
