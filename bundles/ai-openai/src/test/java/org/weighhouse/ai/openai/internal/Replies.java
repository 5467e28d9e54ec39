package org.weighhouse.ai.openai.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.weighhouse.adapter.ai.AiCall;
import org.weighhouse.adapter.ai.AiReply;
import org.weighhouse.adapter.ai.TokenUsage;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.StreamReader;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.channel.Headers;

/** Has replies read as the adapter does, for a call that expects 3 tokens of input and 16,000 of output. */
final class Replies {

    static final long INPUT = 3;
    static final long RESERVED = 16_000;

    private static final AiCall CALL = new AiCall(
            "openai", Attribution.NONE.with(Dimension.MODEL, "asked"), new TokenBuckets(INPUT, RESERVED, 0, 0, 0));
    private static final ReplyHead JSON = head("application/json");
    private static final ReplyHead EVENTS = head("text/event-stream; charset=utf-8");

    /** What came of a stream: what its client got, and what was found at its end. */
    record Passed(String text, Finding finding) {}

    private Replies() {}

    static Finding whole(Endpoint endpoint, String body) {
        return reply(endpoint, false).whole(JSON, bytes(body));
    }

    static StreamReader reader(Endpoint endpoint, boolean hidesUsage) {
        return reply(endpoint, hidesUsage).stream(EVENTS).orElseThrow();
    }

    /** To the stream's end, in pieces of any size. */
    static Passed stream(Endpoint endpoint, boolean hidesUsage, String text, long seed) {
        StreamReader reader = reader(endpoint, hidesUsage);
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        passed.writeBytes(pass(reader, text, new Random(seed)));
        passed.writeBytes(reader.end());
        return new Passed(
                passed.toString(StandardCharsets.UTF_8), reader.found().orElseThrow());
    }

    /** What is found if the connection breaks after the text. */
    static Finding broken(Endpoint endpoint, String text) {
        StreamReader reader = reader(endpoint, true);
        pass(reader, text, new Random(1));
        return reader.estimate();
    }

    static Finding stream(Endpoint endpoint, String text) {
        return stream(endpoint, true, text, 1).finding();
    }

    static String events(List<String> data) {
        StringBuilder text = new StringBuilder();
        data.forEach(each -> text.append("data: ").append(each).append("\n\n"));
        return text.toString().replace('\'', '"');
    }

    static String events(String... data) {
        return events(List.of(data));
    }

    static TokenBuckets buckets(Finding finding) {
        return tokens(finding).buckets();
    }

    static Reading.Tokens tokens(Finding finding) {
        return (Reading.Tokens) ((Finding.Used) finding).reading();
    }

    static boolean isEstimated(Finding finding) {
        return ((Finding.Used) finding).attribution().messageKind().equals(AiCall.ESTIMATED);
    }

    static byte[] pass(StreamReader reader, String text, Random random) {
        byte[] bytes = bytes(text);
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        int most = random.nextBoolean() ? 4 : 16 * 1024;
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(most));
            byte[] buffer = new byte[length];
            System.arraycopy(bytes, at, buffer, 0, length);
            passed.writeBytes(reader.pass(buffer, length));
            at += length;
        }
        return passed.toByteArray();
    }

    private static AiReply reply(Endpoint endpoint, boolean hidesUsage) {
        return new AiReply(
                CALL,
                "x-request-id",
                facts -> OpenAiPlatform.reader(endpoint, facts, hidesUsage),
                TokenUsage::new,
                true,
                hidesUsage);
    }

    private static ReplyHead head(String type) {
        return new ReplyHead(200, Headers.of("Content-Type", type).and("x-request-id", "req-1"));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
