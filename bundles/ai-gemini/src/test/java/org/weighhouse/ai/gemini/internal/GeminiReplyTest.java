package org.weighhouse.ai.gemini.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.weighhouse.adapter.ai.AiCall;
import org.weighhouse.adapter.ai.AiReply;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.ReplyHead;
import org.weighhouse.adapter.camel.StreamReader;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.channel.Headers;

/** Replies as they were seen from the Gemini API, of several years. */
class GeminiReplyTest {

    private static final AiCall CALL =
            new AiCall("gemini", Attribution.NONE.with(Dimension.MODEL, "asked"), new TokenBuckets(3, 16_000, 0, 0, 0));

    /** The prompt is told smaller at the end than in the middle. */
    @Test
    void the_last_figures_of_a_stream_count() {
        Finding found = stream(
                text("Hello", "'promptTokenCount':2,'totalTokenCount':2"),
                text("! How can", "'promptTokenCount':2,'totalTokenCount':2"),
                text(" I help?", "'promptTokenCount':1,'candidatesTokenCount':10,'totalTokenCount':11"));

        assertThat(buckets(found)).isEqualTo(new TokenBuckets(1, 10, 0, 0, 0));
        assertThat(isEstimated(found)).isFalse();
    }

    @Test
    void figures_that_grow_with_the_stream() {
        Finding found = stream(
                text("a", "'promptTokenCount':5,'candidatesTokenCount':1,'totalTokenCount':6"),
                text("b", "'promptTokenCount':5,'candidatesTokenCount':7,'totalTokenCount':12"));

        assertThat(buckets(found)).isEqualTo(new TokenBuckets(5, 7, 0, 0, 0));
    }

    /** Whether thoughts are part of the candidates shows in the total, which stays. */
    @Test
    void thoughts_beside_the_answer_or_within_it() {
        Finding beside =
                whole("'promptTokenCount':220,'candidatesTokenCount':5,'thoughtsTokenCount':185,'totalTokenCount':410");
        Finding within = whole(
                "'promptTokenCount':220,'candidatesTokenCount':190,'thoughtsTokenCount':185,'totalTokenCount':410");
        Finding alone = whole("'promptTokenCount':220,'thoughtsTokenCount':190,'totalTokenCount':410");

        assertThat(buckets(beside)).isEqualTo(new TokenBuckets(220, 5, 0, 0, 0, 185));
        assertThat(buckets(within)).isEqualTo(new TokenBuckets(220, 5, 0, 0, 0, 185));
        assertThat(buckets(alone)).isEqualTo(new TokenBuckets(220, 0, 0, 0, 0, 190));
    }

    @Test
    void what_tools_read_is_input() {
        assertThat(buckets(whole("'promptTokenCount':20,'cachedContentTokenCount':8,'candidatesTokenCount':5,"
                        + "'toolUsePromptTokenCount':30,'thoughtsTokenCount':7,'totalTokenCount':62")))
                .isEqualTo(new TokenBuckets(42, 5, 8, 0, 0, 7));
    }

    @Test
    void what_breaks_off_is_estimated_from_all_that_was_seen() {
        StreamReader reader = reader();
        byte[] seen = json(text("12345678", "'promptTokenCount':2,'totalTokenCount':2")
                + "data: {'candidates':[{'content':{'parts':[{'thought':true,'text':'1234'},{'text':'5678','thought':false}]}}]}\n\n"
                + "data: {'candid");
        reader.pass(seen, seen.length);

        assertThat(buckets(reader.estimate())).isEqualTo(new TokenBuckets(2, 3, 0, 0, 0, 1));
        assertThat(isEstimated(reader.estimate())).isTrue();
    }

    @Test
    void a_prompt_that_is_blocked_costs_what_is_told_and_an_error_nothing() {
        assertThat(buckets(reply("{'promptFeedback':{'blockReason':'SAFETY'},"
                        + "'usageMetadata':{'promptTokenCount':4,'totalTokenCount':4}}")))
                .isEqualTo(new TokenBuckets(4, 0, 0, 0, 0));
        assertThat(reply("{'error':{'code':503,'message':'overloaded','status':'UNAVAILABLE'}}"))
                .isInstanceOf(Finding.Unused.class);
        assertThat(reply("[{'error':{'code':503}}]")).isInstanceOf(Finding.Unused.class);
        assertThat(stream("data: {'error':{'code':503}}\n\n")).isInstanceOf(Finding.Unused.class);
    }

    @Test
    void the_model_and_the_reply_have_names() {
        Finding.Used used = (Finding.Used) reply("{'candidates':[{'content':{'parts':[{'text':'x'}]}}],"
                + "'modelVersion':'models/gemini-mill','responseId':'r-1',"
                + "'usageMetadata':{'promptTokenCount':1,'candidatesTokenCount':1,'totalTokenCount':2}}");

        assertThat(used.attribution().model()).isEqualTo("gemini-mill");
        assertThat(used.reference().value()).isEqualTo("r-1");
    }

    private static String text(String part, String usage) {
        return "data: {'candidates':[{'content':{'parts':[{'text':'" + part + "'}]}}],'usageMetadata':{" + usage
                + "}}\n\n";
    }

    private static Finding whole(String usage) {
        return reply("{'candidates':[{'content':{'parts':[{'text':'Hello'}]}}],'usageMetadata':{" + usage + "}}");
    }

    private static Finding reply(String json) {
        return readers().whole(head("application/json"), json(json));
    }

    private static Finding stream(String... events) {
        StreamReader reader = reader();
        byte[] bytes = json(String.join("", events));
        assertThat(reader.pass(bytes, bytes.length)).isEqualTo(bytes);
        reader.end();
        return reader.found().orElseThrow();
    }

    private static StreamReader reader() {
        return readers().stream(head("text/event-stream")).orElseThrow();
    }

    private static AiReply readers() {
        return GeminiPlatform.reply(CALL, true);
    }

    private static ReplyHead head(String type) {
        return new ReplyHead(200, Headers.of("Content-Type", type));
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static TokenBuckets buckets(Finding finding) {
        return ((Reading.Tokens) ((Finding.Used) finding).reading()).buckets();
    }

    private static boolean isEstimated(Finding finding) {
        return ((Finding.Used) finding).attribution().messageKind().equals(AiCall.ESTIMATED);
    }
}
