package org.weighhouse.channel.whatsapp.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.camel.Engagements;
import org.weighhouse.adapter.meta.GraphAccounts;
import org.weighhouse.adapter.meta.GraphCallbacks;
import org.weighhouse.api.Reference;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.meter.Meter;

/** Counts what the Cloud API calls back with: statuses amend what was sent, messages count people and what they answer to. */
final class WhatsAppCallbacks extends GraphCallbacks<Event> {

    private final Meter meter;
    private final Engagements engagements;
    private final GraphAccounts accounts;
    private final Aliases aliases;

    WhatsAppCallbacks(Meter meter, ChannelAccounts accounts, Aliases aliases) {
        this.meter = meter;
        this.engagements = new Engagements(meter);
        this.accounts = new GraphAccounts(accounts, WhatsAppPlatform.PHONE_NUMBER_ID);
        this.aliases = aliases;
    }

    @Override
    protected List<Event> read(JsonNode document, Instant received) {
        return Webhook.read(document, received);
    }

    @Override
    protected void count(Event event, ChannelAccount called) {
        accounts.find(called, event.phoneNumberId()).ifPresent(account -> {
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
                case Event.Inbound inbound -> engagements.count(account, sign(inbound, account));
            }
        });
    }

    private Engagements.Sign sign(Event.Inbound inbound, ChannelAccount account) {
        Person from = Person.of(aliases.resolve(account.id(), inbound.from().id()));
        return new Engagements.Sign(
                inbound.id(), inbound.at(), from.id(), from.market(), inbound.kind(), inbound.answered());
    }
}
