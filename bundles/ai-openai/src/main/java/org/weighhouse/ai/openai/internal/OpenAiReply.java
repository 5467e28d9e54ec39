package org.weighhouse.ai.openai.internal;

import java.util.Locale;
import java.util.Optional;
import org.weighhouse.adapter.ai.AiCall;
import org.weighhouse.adapter.ai.EventReader;
import org.weighhouse.adapter.ai.JsonScanner;
import org.weighhouse.adapter.ai.WeighedStream;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.ReplyReader;
import org.weighhouse.adapter.camel.StreamReader;

/**
 * Reads the usage out of a call's reply.
 *
 * @param streamed whether the request asked for a stream
 * @param hidesUsage whether the usage chunk of a stream was our wish and not the client's
 */
record OpenAiReply(Endpoint endpoint, AiCall call, boolean streamed, boolean hidesUsage) implements ReplyReader {

    @Override
    public Finding whole(ReplyHead head, byte[] body) {
        ReplyFacts facts = facts(head);
        EventReader reader = reader(facts);
        if (isEvents(body)) {
            // Some proxies stream whether they are asked to or not, and do not say so.
            WeighedStream stream = new WeighedStream(reader, false);
            stream.pass(body, body.length);
            stream.end();
            return facts.isAnything() ? stream.estimate() : new Finding.Unread();
        }
        JsonScanner json = new JsonScanner(reader);
        json.push(body);
        reader.ended("");
        return facts.isAnything() ? facts.finding(true) : new Finding.Unread();
    }

    @Override
    public Optional<StreamReader> stream(ReplyHead head) {
        return head.isEventStream() || streamed && !isJson(head)
                ? Optional.of(new WeighedStream(reader(facts(head)), hidesUsage))
                : Optional.empty();
    }

    private ReplyFacts facts(ReplyHead head) {
        return new ReplyFacts(call, head.headers().first("x-request-id").orElse(""));
    }

    private EventReader reader(ReplyFacts facts) {
        return switch (endpoint) {
            case RESPONSES, COMPACTION -> new ResponseReader(facts);
            case CHAT, COMPLETIONS, EMBEDDINGS, FREE -> new ChatReader(facts, hidesUsage);
        };
    }

    private static boolean isJson(ReplyHead head) {
        return head.headers()
                .first("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .orElse(false);
    }

    private static boolean isEvents(byte[] body) {
        for (byte b : body) {
            switch (b) {
                case '{', '[', '<', '"' -> {
                    return false;
                }
                case ':', 'd', 'e', 'i', 'r' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
