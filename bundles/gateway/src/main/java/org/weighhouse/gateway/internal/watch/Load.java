package org.weighhouse.gateway.internal.watch;

import org.weighhouse.gateway.internal.http.ByteBudget;
import org.weighhouse.gateway.internal.places.InFlight;
import org.weighhouse.gateway.internal.places.Places;
import org.weighhouse.gateway.internal.settings.GatewaySettings;

/**
 * What the door has room for. Webhooks have a room of their own: a flood of them does not keep out senders, nor the other
 * way round.
 */
public record Load(Places places, ByteBudget bytes, InFlight webhooks, ByteBudget webhookBytes) {

    public static Load of(GatewaySettings settings) {
        return new Load(
                new Places(new InFlight(settings.maxInFlight()), settings.maxStreams()),
                new ByteBudget(settings.maxInFlightBytes()),
                new InFlight(settings.webhooks().maxInFlight()),
                new ByteBudget(settings.webhooks().maxInFlightBytes()));
    }
}
