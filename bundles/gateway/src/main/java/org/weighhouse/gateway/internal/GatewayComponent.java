package org.weighhouse.gateway.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.channel.Gateway;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.meter.Meter;
import org.weighhouse.api.meter.TopUps;
import org.weighhouse.api.share.ShareWatch;
import org.weighhouse.api.tls.ServerCertificate;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Registry;
import org.weighhouse.gateway.internal.neighbour.Served;
import org.weighhouse.gateway.internal.rest.RestApi;
import org.weighhouse.gateway.internal.settings.GatewayConfig;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.share.RefusalWatch;
import org.weighhouse.http.Listener;
import org.weighhouse.http.Place;

/** Keeps the listener open; every neighbour is dynamic, so that none of them takes the door along when it restarts. */
@Component(
        service = {ShareWatch.class, Gateway.class},
        immediate = true,
        configurationPid = "org.weighhouse.gateway")
@Designate(ocd = GatewayConfig.class)
public final class GatewayComponent implements ShareWatch, Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayComponent.class);

    private static final String PORT_SETTING = GatewaySettings.PORT_VARIABLE + ", or port in org.weighhouse.gateway";

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final GatewaySettings settings;
    private final Neighbours neighbours = new Neighbours();
    private final Served served = new Served();
    private final RefusalWatch watch = new RefusalWatch(Clock.systemUTC());
    private final Listener listener;

    @Activate
    public GatewayComponent(GatewayConfig config) {
        settings = GatewaySettings.of(config, System.getenv(GatewaySettings.PORT_VARIABLE));
        listener = new Listener(
                new Place("gateway", settings.host(), settings.port(), PORT_SETTING),
                neighbours.certificate()::find,
                tls -> new GatewayServer(settings, tls, neighbours, served, watch, Clock.systemUTC()),
                TRY_AGAIN_AFTER);
    }

    @Override
    public List<Episode> episodes(WorkspaceId workspace) {
        return watch.episodes(workspace);
    }

    @Activate
    void start() throws Exception {
        listener.open();
    }

    @Deactivate
    void stop() throws Exception {
        listener.close();
    }

    @Override
    public String url() {
        return listener.url();
    }

    @Override
    public Optional<String> problem() {
        return listener.problem();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAdapter(ChannelAdapter adapter) {
        String id = adapter.descriptor().id();
        if (RestApi.owns(id)) {
            LOG.warn("The adapter {} is not served: this address is the gateway's own", id);
            return;
        }
        served.adapters().add(id, adapter);
    }

    void removeAdapter(ChannelAdapter adapter) {
        drain(served.adapters(), adapter);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addReceiver(WebhookReceiver receiver) {
        served.receivers().add(receiver.channel(), receiver);
    }

    void removeReceiver(WebhookReceiver receiver) {
        drain(served.receivers(), receiver);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCollector(MultiCollector collector) {
        neighbours.collectors().add(collector);
    }

    void removeCollector(MultiCollector collector) {
        neighbours.collectors().remove(collector);
    }

    private <T> void drain(Registry<T> registry, T leaving) {
        int unfinished = registry.remove(leaving, settings.adapterDrain());
        if (unfinished > 0) {
            LOG.warn("{} left with {} exchanges unfinished", leaving.getClass().getName(), unfinished);
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setChannelAccounts(ChannelAccounts arrived) {
        neighbours.accounts().fill(arrived);
    }

    void unsetChannelAccounts(ChannelAccounts gone) {
        neighbours.accounts().empty(gone);
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

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setAccessTokens(AccessTokens arrived) {
        neighbours.tokens().fill(arrived);
    }

    void unsetAccessTokens(AccessTokens gone) {
        neighbours.tokens().empty(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setUsers(Users arrived) {
        neighbours.users().fill(arrived);
    }

    void unsetUsers(Users gone) {
        neighbours.users().empty(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTopUps(TopUps arrived) {
        neighbours.topUps().fill(arrived);
    }

    void unsetTopUps(TopUps gone) {
        neighbours.topUps().empty(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTrustedProxies(TrustedProxies arrived) {
        neighbours.proxies().fill(arrived);
    }

    void unsetTrustedProxies(TrustedProxies gone) {
        neighbours.proxies().empty(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setServerCertificate(ServerCertificate arrived) {
        neighbours.certificate().fill(arrived);
        listener.certificateArrived();
    }

    void unsetServerCertificate(ServerCertificate gone) {
        neighbours.certificate().empty(gone);
    }
}
