package org.weighhouse.channel.whatsapp.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.adapter.camel.Aliases;
import org.weighhouse.adapter.camel.PassThroughConfig;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.base.CallbackAdapter;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.UpstreamAddresses;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.meter.Meter;

/** Joins the WhatsApp Cloud API to the meter. */
@Component(
        service = {ChannelAdapter.class, WebhookReceiver.class},
        immediate = true,
        configurationPid = WhatsAppConfig.PID)
@Designate(ocd = WhatsAppConfig.class)
public final class WhatsAppAdapter extends CallbackAdapter {

    @Activate
    public WhatsAppAdapter(
            @Reference Meter meter,
            @Reference ChannelAccounts accounts,
            @Reference UpstreamAddresses upstreams,
            PassThroughConfig limits) {
        this(meter, accounts, upstreams, PassThroughSettings.of(limits));
    }

    WhatsAppAdapter(Meter meter, ChannelAccounts accounts, UpstreamAddresses upstreams, PassThroughSettings settings) {
        this(meter, accounts, upstreams, settings, new Aliases());
    }

    private WhatsAppAdapter(
            Meter meter,
            ChannelAccounts accounts,
            UpstreamAddresses upstreams,
            PassThroughSettings settings,
            Aliases aliases) {
        super(
                new WhatsAppPlatform(aliases),
                new WhatsAppCallbacks(meter, accounts, aliases),
                settings,
                meter,
                accounts,
                upstreams);
    }

    @Deactivate
    void deactivate() {
        close();
    }
}
