package org.weighhouse.channel.telegram.internal;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.adapter.camel.CamelAdapter;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.meter.Meter;

/** Joins the Telegram Bot API to the meter. */
@Component(service = ChannelAdapter.class, immediate = true, configurationPid = TelegramConfig.PID)
@Designate(ocd = TelegramConfig.class)
public final class TelegramAdapter extends CamelAdapter {

    @Activate
    public TelegramAdapter(@Reference Meter meter, @Reference ChannelAccounts accounts, TelegramConfig config) {
        this(meter, accounts, settings(config));
    }

    TelegramAdapter(Meter meter, ChannelAccounts accounts, PassThroughSettings settings) {
        super(new TelegramPlatform(), settings, meter, accounts, Clock.systemUTC());
    }

    @Deactivate
    void deactivate() {
        close();
    }

    private static PassThroughSettings settings(TelegramConfig config) {
        return new PassThroughSettings(
                config.maxConnections(),
                Duration.ofMillis(config.connectionWaitInMs()),
                Duration.ofMillis(config.connectTimeoutInMs()),
                Duration.ofMillis(config.silenceTimeoutInMs()),
                Duration.ofSeconds(config.holdTimeoutInSeconds()),
                config.maxReplyBytes(),
                PassThroughSettings.DEFAULT.orphanTimeout(),
                Duration.ofSeconds(config.unclaimedTimeoutInSeconds()),
                Duration.ofSeconds(config.drainTimeoutInSeconds()));
    }
}
