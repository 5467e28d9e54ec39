package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.StreamReader;
import org.weighhouse.api.TokenBuckets;

/** What both kinds of streams have in common: id, model and text seen so far, and the usage once it is told. */
abstract class SeenStream implements StreamReader {

    private static final String DONE = "[DONE]";

    private final Findings findings;
    private final EventCutter cutter = new EventCutter(this::look);
    private String id = "";
    private String model = "";
    private long characters;
    private Optional<TokenBuckets> usage = Optional.empty();
    private boolean complete;

    SeenStream(Findings findings) {
        this.findings = findings;
    }

    @Override
    public final byte[] pass(byte[] buffer, int length) {
        return cutter.pass(buffer, length);
    }

    @Override
    public final byte[] end() {
        complete = true;
        return cutter.end();
    }

    @Override
    public final Optional<Finding.Used> found() {
        return complete ? usage.map(buckets -> findings.exact(id, model, buckets)) : Optional.empty();
    }

    @Override
    public final Finding.Used estimate() {
        return usage.map(buckets -> findings.exact(id, model, buckets))
                .orElseGet(() -> findings.estimated(id, model, Estimate.tokens(characters)));
    }

    /** Takes in one event. @return whether the client gets it */
    abstract boolean see(JsonNode event);

    final void named(JsonNode object) {
        id = object.path("id").asText(id);
        String name = Findings.model(object.path("model"));
        model = name.isEmpty() ? model : name;
    }

    final void text(JsonNode piece) {
        characters += piece.asText("").length();
    }

    final void usage(TokenBuckets buckets) {
        usage = Optional.of(buckets);
    }

    /** No later event changes the usage. */
    final void complete() {
        complete = true;
    }

    private boolean look(String data) {
        if (data.equals(DONE)) {
            complete = true;
            return true;
        }
        return Json.object(data.getBytes(StandardCharsets.UTF_8)).map(this::see).orElse(true);
    }
}
