package org.weighhouse.gateway.internal.neighbour;

import io.prometheus.metrics.model.registry.MultiCollector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weighhouse.api.access.AccessTokens;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.meter.Meter;
import org.weighhouse.api.meter.TopUps;
import org.weighhouse.api.tls.ServerCertificate;

/** The services behind the door; the collectors are those of metrics. */
public record Neighbours(
        Slot<ApiKeys> keys,
        Slot<AccessTokens> tokens,
        Slot<Users> users,
        Slot<ChannelAccounts> accounts,
        Slot<Channels> channels,
        Slot<Workspaces> workspaces,
        Slot<Meter> meter,
        Slot<TopUps> topUps,
        Slot<Ledger> ledger,
        Slot<UsageQueries> usage,
        Slot<TrustedProxies> proxies,
        Slot<ServerCertificate> certificate,
        List<MultiCollector> collectors) {

    public Neighbours() {
        this(
                new Slot<>("catalog"),
                new Slot<>("catalog"),
                new Slot<>("catalog"),
                new Slot<>("catalog"),
                new Slot<>("catalog"),
                new Slot<>("catalog"),
                new Slot<>("meter"),
                new Slot<>("meter"),
                new Slot<>("ledger"),
                new Slot<>("ledger"),
                new Slot<>("list of proxies"),
                new Slot<>("certificate"),
                new CopyOnWriteArrayList<>());
    }
}
