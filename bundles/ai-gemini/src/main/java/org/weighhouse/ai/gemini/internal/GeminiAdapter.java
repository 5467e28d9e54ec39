package org.weighhouse.ai.gemini.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.adapter.ai.AiConfig;
import org.weighhouse.adapter.ai.AiForm;
import org.weighhouse.adapter.camel.PassThroughConfig;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.base.CamelAdapter;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.UpstreamAddresses;
import org.weighhouse.api.meter.Meter;

/** Joins the Gemini API, and servers that speak it, to the meter. */
@Component(service = ChannelAdapter.class, immediate = true, configurationPid = GeminiForm.PID)
@PassThroughConfig(
        silenceTimeoutInMs = AiForm.SILENCE_TIMEOUT_MILLIS,
        holdTimeoutInSeconds = AiForm.HOLD_TIMEOUT_SECONDS)
@Designate(ocd = GeminiForm.class)
public final class GeminiAdapter extends CamelAdapter {

    @Activate
    public GeminiAdapter(
            @Reference Meter meter,
            @Reference ChannelAccounts accounts,
            @Reference UpstreamAddresses upstreams,
            PassThroughConfig limits,
            AiConfig config) {
        this(meter, accounts, upstreams, PassThroughSettings.of(limits), config.defaultOutputTokens());
    }

    GeminiAdapter(
            Meter meter,
            ChannelAccounts accounts,
            UpstreamAddresses upstreams,
            PassThroughSettings settings,
            int defaultOutputTokens) {
        super(new GeminiPlatform(defaultOutputTokens), settings, meter, accounts, upstreams);
    }

    @Deactivate
    void deactivate() {
        close();
    }
}
