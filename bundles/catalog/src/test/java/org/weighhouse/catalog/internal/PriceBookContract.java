package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.Amount;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;
import org.weighhouse.api.catalog.RateCard;

abstract class PriceBookContract extends CatalogContract {

    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @BeforeEach
    void demo() {
        saveDemo("free");
    }

    @Test
    void thePriceBookInForceIsTheLatestThatHasBegun() {
        house.workspaces.savePriceBook(DEMO, book(JULY, 3));
        house.workspaces.savePriceBook(DEMO, book(JUNE, 2));
        restart();

        assertThat(house.workspaces.priceBook(DEMO, JUNE.minusMillis(1))).isEqualTo(PriceBook.NONE);
        assertThat(house.workspaces.priceBook(DEMO, JULY.minusMillis(1))).isEqualTo(book(JUNE, 2));
        assertThat(house.workspaces.priceBook(DEMO, JULY)).isEqualTo(book(JULY, 3));
        assertThat(house.workspaces.priceBook(new WorkspaceId("other"), JULY)).isEqualTo(PriceBook.NONE);
        assertThat(house.workspaces.rateCard(DEMO, JULY)).isEqualTo(RateCard.DEFAULT);
    }

    @Test
    void anotherOfTheSameDateIsTheNextEditionAndTheOldOneStays() {
        PriceBook bare = new PriceBook(JUNE, List.of(), List.of());
        house.workspaces.savePriceBook(DEMO, book(JUNE, 2));
        house.workspaces.savePriceBook(DEMO, bare);
        house.workspaces.savePriceBook(DEMO, bare);
        house.workspaces.savePriceBook(DEMO, book(JULY, 2));
        house.workspaces.savePriceBook(DEMO, book(JUNE, 2));
        restart();

        assertThat(house.workspaces.priceBook(DEMO, JUNE)).isEqualTo(book(JUNE, 2));
        assertThat(house.workspaces.priceBooks(DEMO))
                .extracting(Edition::content, Edition::number)
                .containsExactly(
                        tuple(book(JUNE, 2), 1), tuple(bare, 2), tuple(book(JUNE, 2), 3), tuple(book(JULY, 2), 1));
        assertThat(house.workspaces.priceBooks(new WorkspaceId("other"))).isEmpty();
    }

    @Test
    void whatIsOutOfBoundsIsRefused() throws Exception {
        MessagePrice negative = new MessagePrice("telegram", "*", "*", Amount.parse("-0.001"));
        MessagePrice longName = new MessagePrice("x".repeat(Require.MAX_NAME + 1), "*", "*", Amount.ZERO);
        List<MessagePrice> many =
                Collections.nCopies(PriceBook.MAX_ROWS + 1, new MessagePrice("telegram", "*", "*", Amount.ZERO));

        refused(new PriceBook(JUNE, List.of(negative), List.of()), "a price is 0 to");
        refused(new PriceBook(JUNE, List.of(longName), List.of()), "matches");
        refused(new PriceBook(JUNE, many, List.of()), "at most 1000 rows");
        refused(book(JUNE, Require.MAX_PRICE + 1), "a price is 0 to");
        refused(new PriceBook(Instant.MIN, List.of(), List.of()), "1970");
        assertThat(house.values("catalog_price_book")).isEmpty();
    }

    private void refused(PriceBook book, String why) {
        assertThatThrownBy(() -> house.workspaces.savePriceBook(DEMO, book))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    /** Rows in an order that sorting would change, and another number in every column. */
    private static PriceBook book(Instant from, long minute) {
        return new PriceBook(
                from,
                List.of(
                        new MessagePrice("whatsapp", "marketing", "DE", Amount.parse("113100.125")),
                        new MessagePrice("*", "*", "*", Amount.ZERO)),
                List.of(
                        new ModelPrice("openai", "z", 200_000, 1, 2, 3, 4, 5, 6, 7, minute),
                        new ModelPrice("openai", "a", 0, 11, 12, 13, 14, 15, 16, 17, minute)));
    }
}
