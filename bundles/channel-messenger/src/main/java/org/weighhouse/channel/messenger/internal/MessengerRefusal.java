package org.weighhouse.channel.messenger.internal;

import org.weighhouse.adapter.meta.GraphRefusal;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Refusal;

/** Refusals as the Send API says them. It has no code for what is not paid for: permission is what is missing. */
final class MessengerRefusal {

    private MessengerRefusal() {}

    static ChannelResponse response(Refusal refusal) {
        return GraphRefusal.response(refusal, GraphRefusal.error(refusal, GraphRefusal.code(refusal)));
    }
}
