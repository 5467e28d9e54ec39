package org.weighhouse.ai.anthropic.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
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

/** Streams and messages as servers of several makers were seen to send them. */
class MessageStreamTest {

    private static final AiCall CALL = new AiCall(
            "anthropic", Attribution.NONE.with(Dimension.MODEL, "asked"), new TokenBuckets(3, 16_000, 0, 0, 0));

    private static final String HELLO = delta("'type':'text_delta','text':'Hello, miller!'");
    private static final String STOP = event("message_stop", "");

    @Test
    void anthropic_has_the_input_first_and_the_output_last() {
        Finding found = stream(
                start("'input_tokens':9325,'cache_creation_input_tokens':30,'cache_read_input_tokens':40,"
                        + "'cache_creation':{'ephemeral_5m_input_tokens':10,'ephemeral_1h_input_tokens':20},"
                        + "'output_tokens':2"),
                event("ping", ""),
                HELLO,
                end("'output_tokens':76"),
                STOP);

        assertThat(buckets(found)).isEqualTo(new TokenBuckets(9_325, 76, 40, 10, 20, 0));
        assertThat(isEstimated(found)).isFalse();
        assertThat(((Finding.Used) found).reference().value()).isEqualTo("msg_1");
        assertThat(((Finding.Used) found).attribution().model()).isEqualTo("claude-mill");
    }

    /** GLM, LiteLLM's bridge, SGLang: nothing but zeros at the start. */
    @Test
    void servers_that_know_the_input_at_the_end_only() {
        Finding found = stream(
                start("'input_tokens':0,'output_tokens':0"),
                HELLO,
                end("'input_tokens':14,'output_tokens':5,'cache_read_input_tokens':6"),
                STOP);

        assertThat(buckets(found)).isEqualTo(new TokenBuckets(14, 5, 6, 0, 0));
    }

    /** SGLang after its correction: zero input at the end. Portkey and Bedrock: none. Others: null. */
    @Test
    void what_the_end_leaves_out_stays() {
        for (String end : new String[] {
            "'input_tokens':0,'output_tokens':12", "'output_tokens':12", "'input_tokens':null,'output_tokens':12"
        }) {
            Finding found = stream(start("'input_tokens':9,'output_tokens':1"), HELLO, end(end), STOP);

            assertThat(buckets(found)).as(end).isEqualTo(new TokenBuckets(9, 12, 0, 0, 0));
        }
    }

    /** How long it is kept, and no sum. */
    @Test
    void what_is_written_is_counted_without_its_sum() {
        Finding found = stream(
                start(
                        "'input_tokens':9,'cache_creation':{'ephemeral_5m_input_tokens':10,'ephemeral_1h_input_tokens':20},"
                                + "'output_tokens':1"),
                end("'output_tokens':12"),
                STOP);

        assertThat(buckets(found)).isEqualTo(new TokenBuckets(9, 12, 0, 10, 20, 0));
    }

    /** MiniMax: a message_delta without usage. The output is estimated, the input is what was told. */
    @Test
    void an_output_that_is_never_told_is_estimated() {
        Finding found = stream(
                start("'input_tokens':10,'output_tokens':0"),
                HELLO,
                event("message_delta", ",'delta':{'stop_reason':'end_turn'}"),
                STOP);

        assertThat(buckets(found)).isEqualTo(new TokenBuckets(10, 4, 0, 0, 0));
        assertThat(isEstimated(found)).isTrue();
    }

    @Test
    void a_stream_that_tells_nothing_at_all_is_estimated() {
        Finding found = stream(HELLO, delta("'type':'thinking_delta','thinking':'12345678'"), STOP);

        assertThat(buckets(found)).isEqualTo(new TokenBuckets(3, 4, 0, 0, 0, 2));
        assertThat(isEstimated(found)).isTrue();
    }

    @Test
    void what_breaks_off_is_estimated_from_all_that_was_seen() {
        StreamReader reader = reader();
        pass(
                reader,
                start("'input_tokens':9,'output_tokens':1")
                        + HELLO
                        + delta("'type':'input_json_delta','partial_json':'{\\'a\\':1}'")
                        + "event: content_block_delta\ndata: {'type':'content_block_del");

        assertThat(buckets(reader.estimate())).isEqualTo(new TokenBuckets(9, 1 + 6, 0, 0, 0));
        assertThat(isEstimated(reader.estimate())).isTrue();
    }

    @Test
    void an_error_before_anything_costs_nothing_and_one_after_text_costs_the_text() {
        String error = event("error", ",'error':{'type':'overloaded_error','message':'Overloaded'}");

        assertThat(stream(error)).isInstanceOf(Finding.Unused.class);
        assertThat(buckets(stream(HELLO, error))).isEqualTo(new TokenBuckets(3, 4, 0, 0, 0));
    }

    /** The summary of a long conversation and the advice of another model are in no other figure. */
    @Test
    void turns_beside_the_message_are_added_once() {
        String iterations = "'iterations':["
                + "{'type':'compaction','input_tokens':1000,'output_tokens':100},"
                + "{'input_tokens':7,'output_tokens':5,'type':'message'},"
                + "{'output_tokens':30,'cache_read_input_tokens':4,'input_tokens':20,'type':'advisor_message'}]";
        Finding found = stream(
                start("'input_tokens':7,'output_tokens':1"),
                HELLO,
                end("'output_tokens':5," + iterations),
                end("'output_tokens':5," + iterations),
                STOP);

        assertThat(buckets(found)).isEqualTo(new TokenBuckets(1_027, 135, 4, 0, 0));
    }

    @Test
    void a_list_of_turns_without_end_does_not_count_without_end() {
        String turn = "{'type':'compaction','input_tokens':9999999999}";
        String turns = String.join(",", Collections.nCopies(10_000, turn));

        assertThat(buckets(stream(end("'output_tokens':5,'iterations':[" + turns + "]"), STOP))
                        .input())
                .isLessThan(30_000_000_000L);
    }

    @Test
    void a_plain_message() {
        Finding told = whole(
                "{'id':'msg_2','type':'message','model':'claude-mill','content':[{'type':'text','text':'Hi'}],"
                        + "'stop_reason':'end_turn','usage':{'input_tokens':5,'output_tokens':9,"
                        + "'output_tokens_details':{'thinking_tokens':4},'server_tool_use':{'web_search_requests':2}}}");
        Finding untold = whole("{'id':'msg_3','type':'message','content':[{'type':'text','text':'12345678'},"
                + "{'type':'tool_use','id':'t','name':'n','input':{'city':'Utrecht!'}}]}");

        assertThat(buckets(told)).isEqualTo(new TokenBuckets(5, 5, 0, 0, 0, 4));
        assertThat(((Reading.Tokens) ((Finding.Used) told).reading()).toolCalls())
                .isEqualTo(2);
        assertThat(buckets(untold)).isEqualTo(new TokenBuckets(3, 4, 0, 0, 0));
        assertThat(isEstimated(untold)).isTrue();
    }

    @Test
    void an_error_that_says_it_is_all_right_costs_nothing() {
        assertThat(whole("{'type':'error','error':{'type':'api_error','message':'no'}}"))
                .isInstanceOf(Finding.Unused.class);
        assertThat(whole("{'error':'no'}")).isInstanceOf(Finding.Unused.class);
        assertThat(whole("<html>")).isInstanceOf(Finding.Unread.class);
    }

    /** Some proxies leave out the names of events, and some the types within them. */
    @Test
    void the_end_is_seen_by_name_or_by_type() {
        StreamReader byType = reader();
        pass(byType, "data: {'type':'message_delta','usage':{'output_tokens':5}}\n\ndata: {'type':'message_stop'}\n\n");
        StreamReader byName = reader();
        pass(byName, "event: message_delta\ndata: {'usage':{'output_tokens':5}}\n\nevent: message_stop\ndata: {}\n\n");

        assertThat(buckets(byType.found().orElseThrow())).isEqualTo(new TokenBuckets(0, 5, 0, 0, 0));
        assertThat(byName.found()).isEqualTo(byType.found());
    }

    private static String start(String usage) {
        return event(
                "message_start",
                ",'message':{'id':'msg_1','type':'message','role':'assistant','model':'claude-mill','content':[],"
                        + "'usage':{" + usage + "}}");
    }

    private static String delta(String delta) {
        return event("content_block_delta", ",'index':0,'delta':{" + delta + "}");
    }

    private static String end(String usage) {
        return event("message_delta", ",'delta':{'stop_reason':'end_turn'},'usage':{" + usage + "}");
    }

    private static String event(String type, String more) {
        return "event: " + type + "\ndata: {'type':'" + type + "'" + more + "}\n\n";
    }

    private static Finding stream(String... events) {
        StreamReader reader = reader();
        String text = String.join("", events);
        assertThat(pass(reader, text)).isEqualTo(json(text));
        reader.end();
        return reader.found().orElseThrow();
    }

    private static byte[] pass(StreamReader reader, String text) {
        byte[] bytes = json(text);
        return reader.pass(bytes, bytes.length);
    }

    private static StreamReader reader() {
        return reply().stream(head("text/event-stream")).orElseThrow();
    }

    private static Finding whole(String json) {
        return reply().whole(head("application/json"), json(json));
    }

    private static AiReply reply() {
        return AnthropicPlatform.reply(CALL, true);
    }

    private static ReplyHead head(String type) {
        return new ReplyHead(200, Headers.of("Content-Type", type).and("request-id", "req-1"));
    }

    private static byte[] json(String text) {
        return text.replace("\\'", "\\\"").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static TokenBuckets buckets(Finding finding) {
        return ((Reading.Tokens) ((Finding.Used) finding).reading()).buckets();
    }

    private static boolean isEstimated(Finding finding) {
        return ((Finding.Used) finding).attribution().messageKind().equals(AiCall.ESTIMATED);
    }
}
