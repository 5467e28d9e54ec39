package org.weighhouse.gateway.internal.watch;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.weighhouse.gateway.internal.http.Limit;

/** Counts requests. Labels come from known channels and our own words only, so their number is bounded. Thread-safe. */
public final class RequestMetrics {

    private record Answer(String channel, int status) {}

    private final Map<Answer, LongAdder> answers = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final Map<Limit, LongAdder> limited = new EnumMap<>(Limit.class);
    private final LongAdder attributionIgnored = new LongAdder();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();

    public RequestMetrics() {
        for (Limit limit : Limit.values()) {
            limited.put(limit, new LongAdder());
        }
    }

    public void begin() {
        begun.increment();
    }

    /** @param refusal the reason, maybe with an instance after a space; empty if the request was passed on */
    public void end(String channel, int status, String refusal) {
        ended.increment();
        answers.computeIfAbsent(new Answer(channel, status), any -> new LongAdder())
                .increment();
        if (!refusal.isEmpty()) {
            refusals.computeIfAbsent(refusal.split(" ", 2)[0], any -> new LongAdder())
                    .increment();
        }
    }

    /** Counts a request that asked for more than there was, or than was its share. */
    public void limited(Limit limit) {
        limited.get(limit).increment();
    }

    /** Counts members of {@code baggage} that were ours and malformed. */
    public void attributionIgnored(int members) {
        attributionIgnored.add(members);
    }

    public void write(PrometheusText text) {
        text.family("weighhouse_gateway_requests_total", "counter", "Requests answered, by channel and status.");
        Map<Answer, LongAdder> sorted =
                new TreeMap<>(Comparator.comparing(Answer::channel).thenComparing(Answer::status));
        sorted.putAll(answers);
        sorted.forEach((answer, count) -> text.sample(
                "weighhouse_gateway_requests_total",
                "{channel=\"" + answer.channel() + "\",status=\"" + answer.status() + "\"}",
                count.sum()));
        text.family("weighhouse_gateway_refused_total", "counter", "Requests refused at the door, by reason.");
        new TreeMap<>(refusals)
                .forEach((reason, count) ->
                        text.sample("weighhouse_gateway_refused_total", "{reason=\"" + reason + "\"}", count.sum()));
        text.family(
                "weighhouse_gateway_limited_total",
                "counter",
                "Requests refused because a limit was reached or a share used up, by what ran short.");
        limited.forEach((limit, count) ->
                text.sample("weighhouse_gateway_limited_total", "{limit=\"" + limit.slug() + "\"}", count.sum()));
        text.family(
                "weighhouse_gateway_attribution_ignored_total",
                "counter",
                "Malformed members of baggage that were left out of an attribution.");
        text.sample("weighhouse_gateway_attribution_ignored_total", "", attributionIgnored.sum());
        text.family("weighhouse_gateway_open_requests", "gauge", "Requests begun and not ended.");
        text.sample("weighhouse_gateway_open_requests", "", Math.max(0, begun.sum() - ended.sum()));
    }
}
