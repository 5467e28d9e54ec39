package org.weighhouse.gateway.internal.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.ShardHealth;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.watch.Metrics;

/** Health and metrics, for whoever watches the gateway. */
public record WatchResource(Neighbours neighbours, Metrics metrics) {

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
        Metrics.Written written =
                metrics.write(request.headers().first("Accept").orElse(""));
        return new RestReply(200, Headers.of("Content-Type", written.type()), written.text());
    }

    /** Whether every shard of the ledger takes entries. */
    public static boolean isWritable(Neighbours neighbours) {
        return neighbours
                .ledger()
                .find()
                .map(WatchResource::shardsDown)
                .map(List::isEmpty)
                .orElse(false);
    }

    private static List<ShardHealth> shardsDown(Ledger ledger) {
        return ledger.shards().stream()
                .filter(shard -> !shard.health().writable())
                .toList();
    }
}
