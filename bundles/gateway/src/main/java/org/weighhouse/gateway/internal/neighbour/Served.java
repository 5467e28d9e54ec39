package org.weighhouse.gateway.internal.neighbour;

import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.WebhookReceiver;

/** What the channels' bundles bring: it comes and goes while the door stays open. */
public record Served(Registry<ChannelAdapter> adapters, Registry<WebhookReceiver> receivers) {

    public Served() {
        this(new Registry<>(), new Registry<>());
    }
}
