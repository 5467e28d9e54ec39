package org.weighhouse.meter.internal;

import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspaces;

/**
 * Says what an event costs, by the rate card in force when it happened. Exact: amounts are thousandths and are only
 * added and multiplied by whole numbers.
 */
final class Rater {

    private static final Amount ONE = Amount.of(1);

    private final Workspaces workspaces;
    private final Channels channels;

    Rater(Workspaces workspaces, Channels channels) {
        this.workspaces = workspaces;
        this.channels = channels;
    }

    /** @throws IllegalArgumentException if the cost is beyond what an {@link Amount} holds */
    Amount rate(UsageEvent event) {
        try {
            return switch (event.reading()) {
                case Reading.Messages messages -> message(event, messages);
                case Reading.Tokens tokens ->
                    tokens(card(event), event.attribution().model(), tokens.buckets());
                // The month's posting of the subscriber bears the 1; this one only says that it happened.
                case Reading.ActiveSubscriber active -> Amount.ZERO;
                case Reading.Engagement engagement -> ONE;
            };
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("event " + event.id() + " costs more than can be counted", e);
        }
    }

    private RateCard card(UsageEvent event) {
        return workspaces.rateCard(event.workspace(), event.time());
    }

    private Amount message(UsageEvent event, Reading.Messages messages) {
        Attribution attribution = event.attribution();
        for (RateCard.MessageRate rate : card(event).messages()) {
            if (matches(rate.channel(), attribution.channel())
                    && matches(rate.kind(), attribution.messageKind())
                    && matches(rate.market(), messages.market())) {
                return rate.credits().times(messages.quantity());
            }
        }
        return kindDefault(attribution).times(messages.quantity());
    }

    private Amount kindDefault(Attribution attribution) {
        return channels.find(attribution.channel())
                .map(channel -> channel.descriptor().kinds().get(attribution.messageKind()))
                .orElse(ONE);
    }

    private static Amount tokens(RateCard card, String model, TokenBuckets buckets) {
        for (RateCard.TokenRate rate : card.tokens()) {
            if (matches(rate.model(), model)) {
                return weigh(rate, buckets);
            }
        }
        return Amount.of(buckets.total());
    }

    private static Amount weigh(RateCard.TokenRate rate, TokenBuckets buckets) {
        return rate.input()
                .times(buckets.input())
                .plus(rate.output().times(buckets.output()))
                .plus(rate.cacheRead().times(buckets.cacheRead()))
                .plus(rate.cacheWrite().times(buckets.cacheWrite()))
                .plus(rate.reasoning().times(buckets.reasoning()));
    }

    private static boolean matches(String pattern, String value) {
        return pattern.equals(RateCard.ANY) || pattern.equals(value);
    }
}
