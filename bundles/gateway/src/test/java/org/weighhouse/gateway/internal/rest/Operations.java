package org.weighhouse.gateway.internal.rest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.weighhouse.gateway.internal.RouteTable;
import org.weighhouse.gateway.internal.SettingsForTests;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.gateway.internal.watch.Metrics;
import org.weighhouse.gateway.internal.watch.RequestMetrics;
import org.weighhouse.http.ClientConnections;

/** What the REST API serves, from its own table. */
final class Operations {

    private Operations() {}

    /** Method and template of every operation. */
    static List<Map.Entry<String, String>> served() {
        return routes().stream()
                .map(route -> Map.entry(route.method(), route.template()))
                .toList();
    }

    static List<Route> routes() {
        GatewaySettings settings = new SettingsForTests().build();
        Clock clock = Clock.systemUTC();
        Neighbours neighbours = new Neighbours();
        ClientConnections connections = new ClientConnections(1, neighbours.proxies()::find);
        Metrics metrics = new Metrics(
                new RequestMetrics(), Load.of(settings), connections, () -> true, neighbours.collectors(), clock);
        return RouteTable.of(settings, neighbours, metrics, clock);
    }
}
