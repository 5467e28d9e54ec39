package org.weighhouse.simulator.internal;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.meter.Meter;
import org.weighhouse.simulator.internal.history.HistoryLoader;

/** Starts the demo where it is switched on; elsewhere it does nothing and opens no port. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.weighhouse.simulator",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = SimulatorConfig.class)
public final class Simulator {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final AutoCloseable NOTHING = () -> {};

    private final AutoCloseable run;

    @Activate
    public Simulator(
            SimulatorConfig config,
            @Reference Workspaces workspaces,
            @Reference ApiKeys keys,
            @Reference ChannelAccounts accounts,
            @Reference Channels channels,
            @Reference Meter meter,
            @Reference UsageQueries queries) {
        DemoSettings settings = DemoSettings.of(config, System.getenv());
        Clock clock = Clock.systemUTC();
        if (settings.enabled()) {
            DemoCatalog catalog = new DemoCatalog(workspaces, keys, accounts, channels);
            HistoryLoader history = new HistoryLoader(meter, queries, clock, settings.historyBatch());
            run = DemoRun.start(settings, catalog, history, clock);
        } else {
            LOG.debug("Demo is off");
            run = NOTHING;
        }
    }

    @Deactivate
    void stop() throws Exception {
        run.close();
    }
}
