package org.weighhouse.gateway.internal.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.channel.WebhookRequest;

/** A channel that is called back, whose answers a test decides. */
public final class FakeReceiver implements WebhookReceiver {

    private final String channel;
    private final Function<WebhookRequest, ChannelResponse> answer;
    private final List<WebhookRequest> requests = new CopyOnWriteArrayList<>();
    private final List<ChannelAccount> accounts = new CopyOnWriteArrayList<>();

    public FakeReceiver(String channel, Function<WebhookRequest, ChannelResponse> answer) {
        this.channel = channel;
        this.answer = answer;
    }

    public static FakeReceiver answering(String channel, String text) {
        return new FakeReceiver(channel, any -> FakeAdapter.json(200, text));
    }

    public List<WebhookRequest> requests() {
        return requests;
    }

    public List<ChannelAccount> accounts() {
        return accounts;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public ChannelResponse receive(WebhookRequest request, ChannelAccount account) {
        requests.add(request);
        accounts.add(account);
        return answer.apply(request);
    }
}
