package org.weighhouse.meter.internal;

import java.time.Instant;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;

/**
 * Says what a workspace is charged, by the rate card in force when it happened. Exact: amounts are thousandths and are
 * only added and multiplied by whole numbers.
 */
final class Rater {

    private static final Amount ONE = Amount.of(1);

    private final Workspaces workspaces;
    private final Channels channels;

    Rater(Workspaces workspaces, Channels channels) {
        this.workspaces = workspaces;
        this.channels = channels;
    }

    /** @throws ArithmeticException if it is beyond what an {@link Amount} holds */
    Amount rate(WorkspaceId workspace, Instant time, Attribution attribution, Reading reading) {
        return switch (reading) {
            case Reading.Messages messages ->
                message(workspaces.rateCard(workspace, time), attribution).times(messages.quantity());
            case Reading.Tokens tokens ->
                tokens(workspaces.rateCard(workspace, time), attribution.model(), tokens.buckets());
            // The month's posting of the subscriber bears the 1; this one only says that it happened.
            case Reading.ActiveSubscriber active -> Amount.ZERO;
            case Reading.Engagement engagement -> ONE;
        };
    }

    private Amount message(RateCard card, Attribution attribution) {
        for (RateCard.MessageRate rate : card.messages()) {
            if (Pattern.matches(rate.channel(), attribution.channel())
                    && Pattern.matches(rate.kind(), attribution.messageKind())
                    && Pattern.matches(rate.market(), attribution.market())) {
                return rate.credits();
            }
        }
        return kindDefault(attribution);
    }

    private Amount kindDefault(Attribution attribution) {
        return channels.find(attribution.channel())
                .map(channel -> channel.descriptor().kinds().get(attribution.messageKind()))
                .orElse(ONE);
    }

    private static Amount tokens(RateCard card, String model, TokenBuckets buckets) {
        for (RateCard.TokenRate rate : card.tokens()) {
            if (Pattern.matches(rate.model(), model)) {
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
                .plus(rate.cacheWriteLong().times(buckets.cacheWriteLong()))
                .plus(rate.reasoning().times(buckets.reasoning()));
    }
}
