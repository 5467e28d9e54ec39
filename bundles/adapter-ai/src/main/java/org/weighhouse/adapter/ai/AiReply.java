package org.weighhouse.adapter.ai;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.ReplyReader;
import org.weighhouse.adapter.camel.StreamReader;

/**
 * Reads the usage out of a call's reply, plain or streamed.
 *
 * @param idHeader the header of the reply that names the call, for when its body does not
 * @param readers makes what understands the reply
 * @param usage makes what takes in the figures that are told
 * @param streamed whether the request asked for a stream
 * @param takesOut whether the reader may keep events from the client
 */
public record AiReply(
        AiCall call,
        String idHeader,
        Function<ReplyFacts, EventReader> readers,
        Supplier<TokenUsage> usage,
        boolean streamed,
        boolean takesOut)
        implements ReplyReader {

    @Override
    public Finding whole(ReplyHead head, byte[] body) {
        ReplyFacts facts = facts(head);
        EventReader reader = readers.apply(facts);
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
                ? Optional.of(new WeighedStream(readers.apply(facts(head)), takesOut))
                : Optional.empty();
    }

    private ReplyFacts facts(ReplyHead head) {
        return new ReplyFacts(call, head.headers().first(idHeader).orElse(""), usage.get());
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
