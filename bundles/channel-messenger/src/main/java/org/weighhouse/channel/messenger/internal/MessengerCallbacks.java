package org.weighhouse.channel.messenger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.weighhouse.adapter.camel.Engagements;
import org.weighhouse.adapter.meta.GraphAccounts;
import org.weighhouse.adapter.meta.GraphCallbacks;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.meter.Meter;

/** Counts what the Messenger Platform calls back with: people, and what they answer to. */
final class MessengerCallbacks extends GraphCallbacks<Event> {

    private final Engagements engagements;
    private final GraphAccounts accounts;

    MessengerCallbacks(Meter meter, ChannelAccounts accounts) {
        this.engagements = new Engagements(meter);
        this.accounts = new GraphAccounts(accounts, MessengerPlatform.PAGE_ID);
    }

    @Override
    protected List<Event> read(JsonNode document, Instant received) {
        return Webhook.read(document, received);
    }

    @Override
    protected void count(Event event, ChannelAccount called) {
        accounts.find(called, event.pageId()).ifPresent(account -> engagements.count(account, event.sign()));
    }
}
