package org.weighhouse.gateway.internal.channel;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Refusal;
import org.weighhouse.gateway.internal.http.Exchange;
import org.weighhouse.gateway.internal.http.HeaderRules;
import org.weighhouse.gateway.internal.http.Problem;
import org.weighhouse.gateway.internal.http.ProblemException;
import org.weighhouse.gateway.internal.http.ProblemType;
import org.weighhouse.gateway.internal.key.KeyCheck;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Registry;
import org.weighhouse.gateway.internal.share.Load;
import org.weighhouse.gateway.internal.share.Pace;
import org.weighhouse.gateway.internal.watch.RequestMetrics;

/** Looks at a bot's request and takes it to its adapter, or refuses it in the platform's own words. */
public final class ChannelDoor {

    private static final byte[] NO_BODY = {};

    private final Registry<ChannelAdapter> adapters;
    private final Neighbours neighbours;
    private final RequestMetrics metrics;
    private final Refusals refusals;
    private final Reception reception;
    private final Passage passage;

    public ChannelDoor(
            Registry<ChannelAdapter> adapters,
            Neighbours neighbours,
            KeyCheck keys,
            Load load,
            Pace pace,
            RequestMetrics metrics,
            Duration successorWait) {
        this.adapters = adapters;
        this.neighbours = neighbours;
        this.metrics = metrics;
        this.refusals = new Refusals(adapters);
        this.reception = new Reception(adapters, keys, load, pace, refusals, successorWait);
        this.passage = new Passage(adapters, load.places(), refusals, metrics, successorWait);
    }

    /** @throws ProblemException 404 for a channel that never was */
    public void serve(Exchange exchange, Address address) throws IOException {
        String channel = address.name();
        if (!isKnown(channel)) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_FOUND, "There is no such channel. GET / says where the addresses are described."));
        }
        exchange.channel(channel);
        if (HeaderRules.hasCamelField(exchange.headers())) {
            refusals.send(exchange, Refusal.of(Refusal.Reason.MALFORMED, HeaderRules.CAMEL_REFUSED));
            return;
        }
        if (!PathRule.allows(address.rest())) {
            String detail =
                    "Paths with dot segments, empty segments, backslashes or encoded slashes are not passed on.";
            refusals.send(exchange, Refusal.of(Refusal.Reason.UNKNOWN_METHOD, detail));
            return;
        }
        Matrix matrix;
        try {
            matrix = Matrix.of(address.parameters());
        } catch (ProblemException bad) {
            refusals.send(
                    exchange, Refusal.of(Refusal.Reason.MALFORMED, bad.problem().detail()));
            return;
        }
        Baggage baggage = Baggage.of(exchange.headers());
        metrics.attributionIgnored(baggage.ignored());
        ChannelRequest head = new ChannelRequest(
                exchange.method(),
                address.rest(),
                exchange.query(),
                HeaderRules.forAdapter(baggage.others()),
                NO_BODY,
                baggage.attribution().orElse(matrix.attribution()),
                matrix.account());
        Optional<Identity.Known> known = reception.receive(exchange, head);
        if (known.isPresent()) {
            passage.pass(exchange, known.get());
        }
    }

    private boolean isKnown(String channel) {
        return adapters.knows(channel)
                || neighbours
                        .channels()
                        .find()
                        .flatMap(known -> known.find(channel))
                        .isPresent();
    }
}
