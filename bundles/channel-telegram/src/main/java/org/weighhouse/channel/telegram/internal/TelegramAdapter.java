package org.weighhouse.channel.telegram.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.adapter.camel.PassThroughConfig;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.base.CamelAdapter;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.UpstreamAddresses;
import org.weighhouse.api.meter.Meter;

/** Joins the Telegram Bot API to the meter. */
@Component(service = ChannelAdapter.class, immediate = true, configurationPid = TelegramConfig.PID)
@Designate(ocd = TelegramConfig.class)
public final class TelegramAdapter extends CamelAdapter {

    @Activate
    public TelegramAdapter(
            @Reference Meter meter,
            @Reference ChannelAccounts accounts,
            @Reference UpstreamAddresses upstreams,
            PassThroughConfig limits) {
        this(meter, accounts, upstreams, PassThroughSettings.of(limits));
    }

    TelegramAdapter(Meter meter, ChannelAccounts accounts, UpstreamAddresses upstreams, PassThroughSettings settings) {
        super(new TelegramPlatform(), settings, meter, accounts, upstreams);
    }

    @Deactivate
    void deactivate() {
        close();
    }
}
