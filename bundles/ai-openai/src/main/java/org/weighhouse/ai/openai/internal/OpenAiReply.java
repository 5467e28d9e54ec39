package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.ReplyReader;
import org.weighhouse.adapter.camel.StreamReader;
import org.weighhouse.api.TokenBuckets;

/**
 * Reads the usage out of a call's reply.
 *
 * @param stripUsage whether the usage chunk of a stream was our wish and not the client's
 */
record OpenAiReply(Endpoint endpoint, Findings findings, boolean stripUsage) implements ReplyReader {

    @Override
    public Finding whole(ReplyHead head, byte[] body) {
        Optional<JsonNode> reply = Json.object(body);
        if (reply.isEmpty()) {
            return new Finding.Unread();
        }
        String id = endpoint == Endpoint.EMBEDDINGS
                ? head.headers().first("x-request-id").orElse("")
                : reply.get().path("id").asText("");
        String model = Findings.model(reply.get().path("model"));
        Optional<TokenBuckets> usage = Usage.read(reply.get().path("usage"));
        return usage.map(buckets -> findings.exact(id, model, buckets))
                .orElseGet(
                        () -> findings.estimated(id, model, findings.estimate().output()));
    }

    @Override
    public Optional<StreamReader> stream(ReplyHead head) {
        if (!head.isEventStream()) {
            return Optional.empty();
        }
        String coding = head.headers().first("Content-Encoding").orElse("identity");
        if (!coding.toLowerCase(Locale.ROOT).equals("identity")) {
            return Optional.of(new OpaqueStream(findings));
        }
        return Optional.of(
                endpoint == Endpoint.RESPONSES ? new ResponseStream(findings) : new ChatStream(findings, stripUsage));
    }
}
