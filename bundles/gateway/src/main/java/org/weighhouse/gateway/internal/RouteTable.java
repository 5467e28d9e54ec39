package org.weighhouse.gateway.internal;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.weighhouse.gateway.internal.admin.AdminRoutes;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.rest.Route;
import org.weighhouse.gateway.internal.rest.Routes;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.watch.Metrics;

/** All operations of the REST API: what is here is what {@code openapi.json} describes. */
public final class RouteTable {

    private RouteTable() {}

    public static List<Route> of(GatewaySettings settings, Neighbours neighbours, Metrics metrics, Clock clock) {
        return Stream.of(Routes.of(settings, neighbours, metrics, clock), AdminRoutes.of(neighbours, clock))
                .flatMap(List::stream)
                .toList();
    }
}
