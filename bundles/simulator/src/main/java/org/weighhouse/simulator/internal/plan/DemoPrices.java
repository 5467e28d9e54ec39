package org.weighhouse.simulator.internal.plan;

import static org.weighhouse.api.catalog.RateCard.ANY;

import java.time.Instant;
import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.RateCard.MessageRate;
import org.weighhouse.api.catalog.RateCard.TokenRate;

/**
 * What the demo's messages and AI calls cost: credits and tokens by its rate card, money by what its providers charge. The
 * money is of the order of real price lists, but nobody's; in euros, like the café's books.
 */
public final class DemoPrices {

    public static final String WHATSAPP = "whatsapp";

    private static final Amount ONE = Amount.of(1);

    /** A voice message costs half a credit, a video three, and what a reasoning model writes weighs four times. */
    public static final RateCard RATES = new RateCard(
            Instant.EPOCH,
            List.of(rate("voice", "0.5"), rate("video", "3")),
            List.of(new TokenRate("o3", ONE, Amount.of(4), ONE, ONE, ONE, Amount.of(4))));

    /** Messages that answer a guest are free; templates are not, and what they cost depends on the country. */
    public static final PriceBook BOOK = new PriceBook(
            Instant.EPOCH,
            List.of(template("NL", 94_000), template("BE", 71_000), template("DE", 113_000), template(ANY, 60_000)),
            List.of(
                    model("gpt-4o-mini", 140_000, 560_000, 70_000),
                    model("gpt-4o", 2_300_000, 9_200_000, 1_150_000),
                    model("o4-mini", 1_000_000, 4_000_000, 250_000),
                    model("o3", 1_800_000, 7_200_000, 450_000)));

    private DemoPrices() {}

    private static MessageRate rate(String kind, String credits) {
        return new MessageRate(ANY, kind, ANY, Amount.parse(credits));
    }

    /** @param each in millionths of a euro */
    private static MessagePrice template(String market, long each) {
        return new MessagePrice(WHATSAPP, "template", market, Amount.of(each));
    }

    /** In millionths of a euro for a million tokens; thinking costs as much as writing, filling the cache nothing more. */
    private static ModelPrice model(String model, long input, long output, long cached) {
        return new ModelPrice("openai", model, 0, input, output, cached, input, input, output, 0, 0);
    }
}
