package org.weighhouse.channel.messenger.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.adapter.camel.PassThroughConfig;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.base.CallbackAdapter;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.UpstreamAddresses;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.meter.Meter;

/** Joins the Messenger Platform to the meter. */
@Component(
        service = {ChannelAdapter.class, WebhookReceiver.class},
        immediate = true,
        configurationPid = MessengerConfig.PID)
@Designate(ocd = MessengerConfig.class)
public final class MessengerAdapter extends CallbackAdapter {

    @Activate
    public MessengerAdapter(
            @Reference Meter meter,
            @Reference ChannelAccounts accounts,
            @Reference UpstreamAddresses upstreams,
            PassThroughConfig limits) {
        this(meter, accounts, upstreams, PassThroughSettings.of(limits));
    }

    MessengerAdapter(Meter meter, ChannelAccounts accounts, UpstreamAddresses upstreams, PassThroughSettings settings) {
        super(new MessengerPlatform(), new MessengerCallbacks(meter, accounts), settings, meter, accounts, upstreams);
    }

    @Deactivate
    void deactivate() {
        close();
    }
}
