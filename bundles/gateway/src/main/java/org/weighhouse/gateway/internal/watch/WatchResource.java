package org.weighhouse.gateway.internal.watch;

import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.gateway.internal.InFlight;
import org.weighhouse.gateway.internal.Neighbours;
import org.weighhouse.gateway.internal.http.ByteBudget;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.rest.RestReply;
import org.weighhouse.gateway.internal.rest.RestRequest;

/** Health and metrics, for whoever watches the gateway. */
public record WatchResource(Neighbours neighbours, InFlight inFlight, ByteBudget budget, RequestMetrics metrics) {

    public RestReply live(RestRequest request) {
        return RestReply.json(200, Map.of("status", "live"));
    }

    /** @throws ProblemException 503 with the reason while messages cannot be counted */
    public RestReply ready(RestRequest request) {
        LedgerHealth health = ledgerHealth();
        if (!health.writable()) {
            throw new ProblemException(Problem.unavailable("The ledger takes no entries: " + health.reason()));
        }
        neighbours.keys().get();
        neighbours.workspaces().get();
        neighbours.usage().get();
        neighbours.meter().get();
        return RestReply.json(200, Map.of("status", "ready"));
    }

    public RestReply metrics(RestRequest request) {
        PrometheusText text = new PrometheusText();
        metrics.write(text);
        text.gauge("weighhouse_gateway_in_flight", "Requests that are worked on.", inFlight.count());
        text.gauge("weighhouse_gateway_in_flight_bytes", "Bytes of request bodies in memory.", budget.used());
        text.gauge(
                "weighhouse_ledger_writable",
                "Whether the ledger takes entries.",
                ledgerHealth().writable() ? 1 : 0);
        return new RestReply(200, Headers.of("Content-Type", PrometheusText.CONTENT_TYPE), text.bytes());
    }

    private LedgerHealth ledgerHealth() {
        Optional<Ledger> ledger = neighbours.ledger().find();
        return ledger.map(Ledger::health).orElseGet(() -> new LedgerHealth(false, "it is not running"));
    }
}
