package org.weighhouse.channel.telegram.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.camel.PassThroughConfig;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.base.CallbackAdapter;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.UpstreamAddresses;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.meter.Meter;

/** Joins the Telegram Bot API to the meter. */
@Component(
        service = {ChannelAdapter.class, WebhookReceiver.class},
        immediate = true,
        configurationPid = TelegramConfig.PID)
@Designate(ocd = TelegramConfig.class)
public final class TelegramAdapter extends CallbackAdapter {

    @Activate
    public TelegramAdapter(
            @Reference Meter meter,
            @Reference ChannelAccounts accounts,
            @Reference UpstreamAddresses upstreams,
            PassThroughConfig limits) {
        this(meter, accounts, upstreams, PassThroughSettings.of(limits));
    }

    TelegramAdapter(Meter meter, ChannelAccounts accounts, UpstreamAddresses upstreams, PassThroughSettings settings) {
        this(meter, accounts, upstreams, settings, new Aliases());
    }

    private TelegramAdapter(
            Meter meter,
            ChannelAccounts accounts,
            UpstreamAddresses upstreams,
            PassThroughSettings settings,
            Aliases aliases) {
        super(
                new TelegramPlatform(aliases),
                new TelegramCallbacks(meter, aliases),
                settings,
                meter,
                accounts,
                upstreams);
    }

    /**
     * A bot may answer an update with a method to call. It is called as if the bot had called it, so that it is weighed and
     * its result is known; Telegram is told that the update was taken, as it tells no bot what came of such an answer.
     */
    @Override
    protected ChannelResponse answered(ChannelResponse answer, ChannelAccount account) {
        return WebhookAnswer.of(answer)
                .map(said -> {
                    call(said, account);
                    return TAKEN;
                })
                .orElse(answer);
    }

    private void call(WebhookAnswer said, ChannelAccount account) {
        ChannelRequest request = said.request(account.id());
        said.note(handle(request, new Caller.Account(account.workspace(), account.id())));
    }

    @Deactivate
    void deactivate() {
        close();
    }
}
