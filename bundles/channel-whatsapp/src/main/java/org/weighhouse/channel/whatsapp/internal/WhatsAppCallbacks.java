package org.weighhouse.channel.whatsapp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.meta.GraphCallbacks;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.meter.Meter;

/** Counts what the Cloud API calls back with: statuses amend what was sent, messages count people and what they answer to. */
final class WhatsAppCallbacks extends GraphCallbacks<Event> {

    private final Meter meter;
    private final ChannelAccounts accounts;
    private final Aliases aliases;

    WhatsAppCallbacks(Meter meter, ChannelAccounts accounts, Aliases aliases) {
        this.meter = meter;
        this.accounts = accounts;
        this.aliases = aliases;
    }

    @Override
    protected List<Event> read(JsonNode document, Instant received) {
        return Webhook.read(document, received);
    }

    @Override
    protected void count(Event event, ChannelAccount called) {
        account(event, called).ifPresent(account -> {
            switch (event) {
                case Event.Known known ->
                    aliases.learn(
                            account.id(), known.hidden().id(), known.number().id());
                case Event.Status status ->
                    meter.amend(
                            account.workspace(),
                            WhatsAppPlatform.ID,
                            Reference.of(status.message()),
                            status.amendment());
                case Event.Inbound inbound -> observe(inbound, account);
            }
        });
    }

    /** An app has one address for all its numbers: those of the same workspace count, each under its own account. */
    private Optional<ChannelAccount> account(Event event, ChannelAccount called) {
        return isOf(called, event)
                ? Optional.of(called)
                : accounts.list(called.workspace(), WhatsAppPlatform.ID).stream()
                        .filter(other -> isOf(other, event))
                        .findFirst();
    }

    private static boolean isOf(ChannelAccount account, Event event) {
        return account.setting(WhatsAppPlatform.PHONE_NUMBER_ID)
                .filter(event.phoneNumberId()::equals)
                .isPresent();
    }

    private void observe(Event.Inbound inbound, ChannelAccount account) {
        Person from = Person.of(aliases.resolve(account.id(), inbound.from().id()));
        Attribution attribution = meaning(inbound, account)
                .with(Dimension.CHANNEL, WhatsAppPlatform.ID)
                .with(Dimension.ACCOUNT, account.id())
                .with(Dimension.MARKET, from.market())
                .with(Dimension.MESSAGE_KIND, inbound.kind().orElse(""))
                .withSubscriber(from.id());
        Reading reading =
                inbound.kind().isPresent() ? new Reading.Engagement(Amount.ZERO) : new Reading.ActiveSubscriber();
        meter.observe(
                account.workspace(),
                account.id(),
                inbound.id(),
                new Occurrence(inbound.at(), attribution, reading, Reference.of(inbound.id())));
    }

    /** What the message was for that it answers. */
    private Attribution meaning(Event.Inbound inbound, ChannelAccount account) {
        if (inbound.answered().isEmpty()) {
            return Attribution.NONE;
        }
        Attribution answered =
                meter.attribution(account.workspace(), WhatsAppPlatform.ID, Reference.of(inbound.answered()));
        return Attribution.NONE
                .with(Dimension.CAMPAIGN, answered.campaign())
                .with(Dimension.AUTOMATION_FLOW, answered.automationFlow())
                .with(Dimension.AI_FEATURE, answered.aiFeature());
    }
}
