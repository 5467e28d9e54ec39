package org.weighhouse.gateway.internal;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.meter.Meter;
import org.weighhouse.gateway.internal.channel.AdapterRegistry;
import org.weighhouse.gateway.internal.rest.RestApi;

/** Keeps the listener open; every neighbour is dynamic, so that none of them takes the door along when it restarts. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.weighhouse.gateway")
@Designate(ocd = GatewayConfig.class)
public final class GatewayComponent {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayComponent.class);

    private final GatewaySettings settings;
    private final Neighbours neighbours = new Neighbours();
    private final AdapterRegistry adapters = new AdapterRegistry();
    private final GatewayServer server;

    @Activate
    public GatewayComponent(GatewayConfig config) {
        settings = GatewaySettings.of(config, System.getenv(GatewaySettings.PORT_VARIABLE));
        server = new GatewayServer(settings, neighbours, adapters, Clock.systemUTC());
    }

    @Activate
    void start() throws Exception {
        server.start();
        LOG.info("Gateway listens on {}:{}", settings.host(), server.port());
    }

    @Deactivate
    void stop() throws Exception {
        server.stop();
        LOG.info("Gateway closed");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAdapter(ChannelAdapter adapter) {
        String id = adapter.descriptor().id();
        if (RestApi.owns(id)) {
            LOG.warn("The adapter {} is not served: this address is the gateway's own", id);
            return;
        }
        adapters.add(adapter);
    }

    void removeAdapter(ChannelAdapter adapter) {
        int unfinished = adapters.remove(adapter, settings.adapterDrain());
        if (unfinished > 0) {
            LOG.warn("An adapter left with {} exchanges unfinished", unfinished);
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setApiKeys(ApiKeys arrived) {
        neighbours.keys().fill(arrived);
    }

    void unsetApiKeys(ApiKeys gone) {
        neighbours.keys().empty(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setChannels(Channels arrived) {
        neighbours.channels().fill(arrived);
    }

    void unsetChannels(Channels gone) {
        neighbours.channels().empty(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setWorkspaces(Workspaces arrived) {
        neighbours.workspaces().fill(arrived);
    }

    void unsetWorkspaces(Workspaces gone) {
        neighbours.workspaces().empty(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setMeter(Meter arrived) {
        neighbours.meter().fill(arrived);
    }

    void unsetMeter(Meter gone) {
        neighbours.meter().empty(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setLedger(Ledger arrived) {
        neighbours.ledger().fill(arrived);
    }

    void unsetLedger(Ledger gone) {
        neighbours.ledger().empty(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setUsageQueries(UsageQueries arrived) {
        neighbours.usage().fill(arrived);
    }

    void unsetUsageQueries(UsageQueries gone) {
        neighbours.usage().empty(gone);
    }
}
