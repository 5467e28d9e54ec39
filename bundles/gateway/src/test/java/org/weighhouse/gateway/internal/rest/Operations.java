package org.weighhouse.gateway.internal.rest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.weighhouse.gateway.internal.GatewaySettings;
import org.weighhouse.gateway.internal.InFlight;
import org.weighhouse.gateway.internal.Neighbours;
import org.weighhouse.gateway.internal.http.ByteBudget;
import org.weighhouse.gateway.internal.watch.RequestMetrics;

/** What the REST API serves, from its own table. */
final class Operations {

    private Operations() {}

    static List<Map.Entry<String, String>> served() {
        Duration any = Duration.ofSeconds(1);
        GatewaySettings settings =
                new GatewaySettings("127.0.0.1", 0, 1, 1_024, 1_024, 1, 1_024, any, any, any, any, any, 1, 1, any);
        return RestApi.of(
                        settings,
                        new Neighbours(),
                        new InFlight(1),
                        new ByteBudget(1),
                        new RequestMetrics(),
                        Clock.systemUTC())
                .operations();
    }
}
