package org.weighhouse.gateway.internal.rest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.weighhouse.gateway.internal.SettingsForTests;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.watch.Load;
import org.weighhouse.gateway.internal.watch.RequestMetrics;

/** What the REST API serves, from its own table. */
final class Operations {

    private Operations() {}

    static List<Map.Entry<String, String>> served() {
        GatewaySettings settings = new SettingsForTests().build();
        return RestApi.of(settings, new Neighbours(), Load.of(settings), new RequestMetrics(), Clock.systemUTC())
                .operations();
    }
}
