package org.weighhouse.adapter.camel.base;

import java.util.Optional;
import org.weighhouse.adapter.camel.Callbacks;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.UpstreamAddresses;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.channel.WebhookRequest;
import org.weighhouse.api.meter.Meter;

/**
 * Base of an adapter whose platform calls back: what comes is made sure of, counted, and passed on as it came to the bot, if
 * the account says where that is ({@link AccountField#BOT_WEBHOOK}). The platform gets the bot's own answer, so it repeats
 * what the bot did not take; counted is everything once. Thread-safe.
 */
public abstract class CallbackAdapter extends CamelAdapter implements WebhookReceiver {

    /** What a platform is told that was listened to. */
    protected static final ChannelResponse TAKEN =
            ChannelResponse.of(200, Headers.of("Content-Length", "0"), new byte[0]);

    private final Callbacks callbacks;

    protected CallbackAdapter(
            Platform platform,
            Callbacks callbacks,
            PassThroughSettings settings,
            Meter meter,
            ChannelAccounts accounts,
            UpstreamAddresses upstreams) {
        super(platform, settings, meter, accounts, upstreams);
        this.callbacks = callbacks;
    }

    @Override
    public final String channel() {
        return descriptor().id();
    }

    @Override
    public final ChannelResponse receive(WebhookRequest request, ChannelAccount account) {
        Optional<ChannelResponse> ended = callbacks.take(request, account);
        return ended.orElseGet(() -> account.setting(AccountField.BOT_WEBHOOK)
                .map(bot -> answered(forward(request, account, bot), account))
                .orElse(TAKEN));
    }

    /**
     * What the platform gets for the bot's answer: the same, unless a platform takes more than its status from it.
     *
     * @param answer its body is in memory
     */
    protected ChannelResponse answered(ChannelResponse answer, ChannelAccount account) {
        return answer;
    }
}
