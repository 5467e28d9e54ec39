package org.weighhouse.gateway.internal.rest;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.weighhouse.api.catalog.KeyScope;
import org.weighhouse.gateway.internal.events.CloudEventParser;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.watch.Metrics;

/** The operations for bots and those who watch. What is here is what {@code openapi.json} describes. */
public final class Routes {

    private static final String METER = "/api/v1/meters/{slug}";
    private static final String RESERVATION = "/api/v1/reservations/{id}";

    private Routes() {}

    public static List<Route> of(GatewaySettings settings, Neighbours neighbours, Metrics metrics, Clock clock) {
        WatchResource watch = new WatchResource(neighbours, metrics);
        AboutResource about = new AboutResource();
        EventsResource events =
                new EventsResource(neighbours.meter(), new CloudEventParser(settings.maxBatchEvents(), clock));
        MetersResource meters = new MetersResource(neighbours, settings.maxQueryWindows(), clock);
        EntitlementsResource entitlements = new EntitlementsResource(neighbours.usage(), clock);
        ReservationsResource reservations = new ReservationsResource(neighbours, settings.reservationTimeout(), clock);
        Set<String> json = Set.of(MediaTypes.JSON);
        return List.of(
                Route.watch("/", about::root),
                Route.open("/api/v1/openapi.json", about::openApi),
                Route.watch("/health/live", watch::live),
                Route.watch("/health/ready", watch::ready),
                Route.watch("/metrics", watch::metrics),
                Route.postLarge("/api/v1/events", KeyScope.INGEST, EventsResource.MEDIA_TYPES, events::ingest),
                Route.get("/api/v1/meters", KeyScope.READ, meters::list),
                Route.get(METER, KeyScope.READ, meters::one),
                Route.get(METER + "/query", KeyScope.READ, MeterQuestion.PARAMETERS, meters::query),
                Route.post(METER + "/query", KeyScope.READ, json, meters::queryByJson),
                Route.get(
                        "/api/v1/subjects/{workspace}/entitlements/{slug}/value",
                        KeyScope.READ,
                        EntitlementsResource.PARAMETERS,
                        entitlements::value),
                Route.post("/api/v1/reservations", KeyScope.SEND, json, reservations::reserve),
                Route.post(RESERVATION + "/post", KeyScope.SEND, json, reservations::post),
                Route.post(RESERVATION + "/void", KeyScope.SEND, Set.of(), reservations::cancel));
    }
}
