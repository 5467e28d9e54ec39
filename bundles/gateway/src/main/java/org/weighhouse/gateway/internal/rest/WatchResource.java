package org.weighhouse.gateway.internal.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.ShardHealth;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.gateway.internal.watch.PrometheusText;
import org.weighhouse.gateway.internal.watch.Watched;

/** Health and metrics, for whoever watches the gateway. */
public record WatchResource(Neighbours neighbours, Watched watched) {

    public RestReply live(RestRequest request) {
        return RestReply.json(200, Map.of("status", "live"));
    }

    /** @throws ProblemException 503 with the reason while messages of some workspace cannot be counted */
    public RestReply ready(RestRequest request) {
        List<ShardHealth> down = shardsDown(neighbours.ledger().get());
        if (!down.isEmpty()) {
            String reasons = down.stream()
                    .map(shard ->
                            "shard " + shard.shard() + ": " + shard.health().reason())
                    .collect(Collectors.joining("; "));
            throw new ProblemException(Problem.unavailable("The ledger takes no entries: " + reasons));
        }
        neighbours.keys().get();
        neighbours.accounts().get();
        neighbours.channels().get();
        neighbours.workspaces().get();
        neighbours.usage().get();
        neighbours.meter().get();
        return RestReply.json(200, Map.of("status", "ready"));
    }

    public RestReply metrics(RestRequest request) {
        PrometheusText text = new PrometheusText();
        Load load = watched.load();
        watched.requests().write(text);
        text.gauge(
                "weighhouse_gateway_in_flight",
                "Requests that are worked on.",
                load.places().ordinary().used());
        text.gauge(
                "weighhouse_gateway_in_flight_bytes",
                "Bytes of request bodies in memory.",
                load.bodies().memory().used());
        text.gauge(
                "weighhouse_gateway_stranger_bytes",
                "Bytes of bodies in memory whose senders are not known yet.",
                load.strangers().memory().used());
        text.gauge(
                "weighhouse_gateway_connections",
                "Connections that are open.",
                watched.connections().count());
        text.family(
                "weighhouse_gateway_connections_refused_total",
                "counter",
                "Connections closed at once, for their address had its share.");
        text.sample(
                "weighhouse_gateway_connections_refused_total",
                "",
                watched.connections().refused());
        text.family("weighhouse_gateway_streams", "gauge", "Streams and long polls, by channel.");
        load.places()
                .streams()
                .forEach((channel, count) ->
                        text.sample("weighhouse_gateway_streams", "{channel=\"" + channel + "\"}", count));
        text.gauge(
                "weighhouse_gateway_webhooks_in_flight",
                "Webhooks that are worked on.",
                load.webhooks().used());
        text.gauge(
                "weighhouse_gateway_webhook_bytes",
                "Bytes of webhooks' bodies in memory.",
                load.webhookBodies().memory().used());
        Optional<Ledger> ledger = neighbours.ledger().find();
        boolean writable = ledger.isPresent() && shardsDown(ledger.get()).isEmpty();
        text.gauge("weighhouse_ledger_writable", "Whether every shard of the ledger takes entries.", writable ? 1 : 0);
        return new RestReply(200, Headers.of("Content-Type", PrometheusText.CONTENT_TYPE), text.bytes());
    }

    private static List<ShardHealth> shardsDown(Ledger ledger) {
        return ledger.shards().stream()
                .filter(shard -> !shard.health().writable())
                .toList();
    }
}
