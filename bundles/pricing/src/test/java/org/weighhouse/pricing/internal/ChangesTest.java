package org.weighhouse.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.RateCard.MessageRate;
import org.weighhouse.api.catalog.RateCard.TokenRate;
import org.weighhouse.api.pricing.PriceChange;

class ChangesTest {

    private static final Amount ONE = Amount.of(1);

    @Test
    void rowsThatAreNewOtherOrGoneAreNamed() {
        RateCard before = card(rate("telegram", "1"), rate("whatsapp", "2"), rate("webchat", "0.5"));
        RateCard after = card(rate("telegram", "1"), rate("whatsapp", "2.5"), rate("messenger", "1"));

        assertThat(Changes.between(before, after))
                .containsExactly(
                        new PriceChange("whatsapp / * / *", "2 credits", "2.5 credits"),
                        new PriceChange("messenger / * / *", "", "1 credits"),
                        new PriceChange("webchat / * / *", "0.5 credits", ""));
        assertThat(Changes.between(after, after)).isEmpty();
    }

    @Test
    void anotherOrderIsAChangeToo() {
        RateCard before = card(rate("telegram", "1"), rate("*", "2"));
        RateCard after = card(rate("*", "2"), rate("telegram", "1"));

        assertThat(Changes.between(before, after))
                .containsExactly(
                        new PriceChange("order of the rows", "telegram / * / * comes first", "* / * / * comes first"));
    }

    @Test
    void weightsOfTokensAreCompared() {
        RateCard before =
                new RateCard(Instant.EPOCH, List.of(), List.of(new TokenRate("gpt", ONE, ONE, ONE, ONE, ONE, ONE)));
        RateCard after = new RateCard(
                Instant.EPOCH, List.of(), List.of(new TokenRate("gpt", ONE, ONE, ONE, ONE, ONE, Amount.of(4))));

        assertThat(Changes.between(before, after)).singleElement().satisfies(change -> {
            assertThat(change.row()).isEqualTo("model gpt");
            assertThat(change.before()).endsWith("reasoning 1");
            assertThat(change.after()).endsWith("reasoning 4");
        });
    }

    /** Whichever price of a row it is that differs. */
    @Test
    void everyPriceIsCompared() {
        PriceBook before = book(1, 1, 1, 1, 1, 1, 1, 1);
        List<PriceBook> others = List.of(
                book(2, 1, 1, 1, 1, 1, 1, 1),
                book(1, 2, 1, 1, 1, 1, 1, 1),
                book(1, 1, 2, 1, 1, 1, 1, 1),
                book(1, 1, 1, 2, 1, 1, 1, 1),
                book(1, 1, 1, 1, 2, 1, 1, 1),
                book(1, 1, 1, 1, 1, 2, 1, 1),
                book(1, 1, 1, 1, 1, 1, 2, 1),
                book(1, 1, 1, 1, 1, 1, 1, 2));

        assertThat(others).allSatisfy(other -> assertThat(Changes.between(before, other))
                .singleElement()
                .extracting(PriceChange::row)
                .isEqualTo("openai / gpt from 200001 input tokens"));
        assertThat(Changes.between(before, new PriceBook(Instant.MAX, before.messages(), before.models())))
                .isEmpty();
        assertThat(Changes.between(before, PriceBook.NONE))
                .contains(new PriceChange("whatsapp / marketing / DE", "0.1131", ""));
    }

    private static PriceBook book(long... each) {
        return new PriceBook(
                Instant.EPOCH,
                List.of(new MessagePrice("whatsapp", "marketing", "DE", Amount.of(113_100))),
                List.of(new ModelPrice(
                        "openai", "gpt", 200_001, each[0], each[1], each[2], each[3], each[4], each[5], each[6],
                        each[7])));
    }

    private static MessageRate rate(String channel, String credits) {
        return new MessageRate(channel, "*", "*", Amount.parse(credits));
    }

    private static RateCard card(MessageRate... rates) {
        return new RateCard(Instant.EPOCH, Stream.of(rates).toList(), List.of());
    }
}
