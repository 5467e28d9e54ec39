package org.weighhouse.adapter.camel;

import java.time.Instant;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.meter.Meter;

/**
 * Counts that people write to a bot or press its buttons: each of them is a subscriber of the month, and what he answers to
 * is an engagement of the campaign and flow that it was sent for. Thread-safe.
 */
public final class Engagements {

    /** What somebody did, by the name that the ledger has for it. */
    public enum Kind {
        REPLY("reply"),
        CLICK("click");

        private final String messageKind;

        Kind(String messageKind) {
            this.messageKind = messageKind;
        }
    }

    /**
     * That somebody is there.
     *
     * @param id the platform's for what he did; the same one counts once
     * @param subscriber the platform's id of the person
     * @param market the country or region of the person; empty if it is not known
     * @param kind empty if he only shows that he is there
     * @param answered the platform's id of the message that he answers; {@link Reference#NONE} if it does not tell
     */
    public record Sign(
            String id, Instant at, String subscriber, String market, Optional<Kind> kind, Reference answered) {}

    private final Meter meter;

    public Engagements(Meter meter) {
        this.meter = meter;
    }

    /**
     * @param account of the business that it was said to
     * @throws IllegalArgumentException if it cannot be counted at all
     * @throws org.weighhouse.api.ledger.LedgerUnavailableException if it cannot be counted now
     */
    public void count(ChannelAccount account, Sign sign) {
        Attribution attribution = meaning(account, sign.answered())
                .with(Dimension.CHANNEL, account.channel())
                .with(Dimension.ACCOUNT, account.id())
                .with(Dimension.MARKET, sign.market())
                .with(
                        Dimension.MESSAGE_KIND,
                        sign.kind().map(kind -> kind.messageKind).orElse(""))
                .withSubscriber(sign.subscriber());
        Reading reading =
                sign.kind().isPresent() ? new Reading.Engagement(Amount.ZERO) : new Reading.ActiveSubscriber();
        meter.observe(
                account.workspace(),
                account.id(),
                sign.id(),
                new Occurrence(sign.at(), attribution, reading, Reference.of(sign.id())));
    }

    /** What the message was for that is answered. */
    private Attribution meaning(ChannelAccount account, Reference answered) {
        if (answered.isNone()) {
            return Attribution.NONE;
        }
        Attribution sent = meter.attribution(account.workspace(), account.channel(), answered);
        return Attribution.NONE
                .with(Dimension.CAMPAIGN, sent.campaign())
                .with(Dimension.AUTOMATION_FLOW, sent.automationFlow())
                .with(Dimension.AI_FEATURE, sent.aiFeature());
    }
}
