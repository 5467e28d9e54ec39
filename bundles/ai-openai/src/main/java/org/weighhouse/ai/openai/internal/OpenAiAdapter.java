package org.weighhouse.ai.openai.internal;

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

/** Joins the OpenAI API, and servers that speak it, to the meter. */
@Component(service = ChannelAdapter.class, immediate = true, configurationPid = OpenAiConfig.PID)
@Designate(ocd = OpenAiConfig.class)
public final class OpenAiAdapter extends CamelAdapter {

    @Activate
    public OpenAiAdapter(@Reference Meter meter, @Reference ChannelAccounts accounts, OpenAiConfig config) {
        this(meter, accounts, new Estimate(config.defaultOutputTokens()), settings(config));
    }

    OpenAiAdapter(Meter meter, ChannelAccounts accounts, Estimate estimate, PassThroughSettings settings) {
        super(new OpenAiPlatform(estimate), settings, meter, accounts, Clock.systemUTC());
    }

    @Deactivate
    void deactivate() {
        close();
    }

    private static PassThroughSettings settings(OpenAiConfig config) {
        return new PassThroughSettings(
                config.maxConnections(),
                Duration.ofMillis(config.connectionWaitInMs()),
                Duration.ofMillis(config.connectTimeoutInMs()),
                Duration.ofMillis(config.silenceTimeoutInMs()),
                Duration.ofSeconds(config.holdTimeoutInSeconds()),
                config.maxReplyBytes(),
                Duration.ofSeconds(config.orphanTimeoutInSeconds()),
                Duration.ofSeconds(config.unclaimedTimeoutInSeconds()),
                Duration.ofSeconds(config.drainTimeoutInSeconds()));
    }
}
