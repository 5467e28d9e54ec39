package org.weighhouse.meter.internal;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.Workspaces;

/**
 * Says what the provider charges, by the price book in force when it happened, in {@link org.weighhouse.api.Unit#COST}.
 * What has no price costs nothing; only messages and AI calls have prices.
 */
final class CostRater {

    private final Workspaces workspaces;

    CostRater(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** @throws ArithmeticException if it is beyond what an {@link Amount} holds */
    Amount cost(WorkspaceId workspace, Instant time, Attribution attribution, Reading reading) {
        return switch (reading) {
            case Reading.Messages messages ->
                message(workspaces.priceBook(workspace, time), attribution).times(messages.quantity());
            case Reading.Tokens tokens -> call(workspaces.priceBook(workspace, time), attribution.model(), tokens);
            case Reading.ActiveSubscriber active -> Amount.ZERO;
            case Reading.Engagement engagement -> Amount.ZERO;
        };
    }

    /** Whether there were any prices at a time. */
    boolean hasPrices(WorkspaceId workspace, Instant time) {
        return !workspaces.priceBook(workspace, time).equals(PriceBook.NONE);
    }

    private static Amount message(PriceBook book, Attribution attribution) {
        for (PriceBook.MessagePrice price : book.messages()) {
            if (Pattern.matches(price.channel(), attribution.channel())
                    && Pattern.matches(price.kind(), attribution.messageKind())
                    && Pattern.matches(price.market(), attribution.market())) {
                return price.each();
            }
        }
        return Amount.ZERO;
    }

    private static Amount call(PriceBook book, String model, Reading.Tokens tokens) {
        for (PriceBook.ModelPrice price : book.models()) {
            if (Pattern.matches(price.provider(), tokens.provider())
                    && Pattern.matches(price.model(), model)
                    && CallCost.inputOf(tokens.buckets()) >= price.fromInput()) {
                return CallCost.of(price, tokens);
            }
        }
        return Amount.ZERO;
    }
}
