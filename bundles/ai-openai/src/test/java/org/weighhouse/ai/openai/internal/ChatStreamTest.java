package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ai.openai.internal.Replies.INPUT;
import static org.weighhouse.ai.openai.internal.Replies.broken;
import static org.weighhouse.ai.openai.internal.Replies.buckets;
import static org.weighhouse.ai.openai.internal.Replies.events;
import static org.weighhouse.ai.openai.internal.Replies.isEstimated;
import static org.weighhouse.ai.openai.internal.Replies.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.StreamReader;
import org.weighhouse.api.TokenBuckets;

/** Streams of chat completions as servers in the wild write them. */
class ChatStreamTest {

    private static final String HELLO = "{'id':'c-1','model':'m-1','choices':[{'delta':{'content':'Hello'}}]}";
    private static final String STOP = "{'id':'c-1','choices':[{'delta':{},'finish_reason':'stop'}]}";
    private static final String USAGE = "{'id':'c-1','model':'m-1','choices':[],"
            + "'usage':{'prompt_tokens':900,'completion_tokens':400,'total_tokens':1300}}";

    @Property(tries = 300)
    void the_client_gets_everything_but_the_usage_chunk(
            @ForAll("chunks") List<String> before,
            @ForAll("chunks") List<String> after,
            @ForAll("breaks") String lineBreak,
            @ForAll long seed,
            @ForAll boolean hides) {
        String head = text(before, lineBreak);
        String usage = text(List.of("data: " + USAGE), lineBreak);
        String tail = text(after, lineBreak) + text(List.of("data: [DONE]"), lineBreak);

        Replies.Passed passed = stream(Endpoint.CHAT, hides, head + usage + tail, seed);

        assertThat(passed.text()).isEqualTo(head + (hides ? "" : usage) + tail);
        assertThat(buckets(passed.finding()).input()).isEqualTo(900);
        assertThat(passed.finding()).isEqualTo(stream(Endpoint.CHAT, head + usage + tail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // first without choices, and last
                "{'choices':[],'usage':{'prompt_tokens':900,'completion_tokens':1}}~HELLO~STOP~USAGE~[DONE]",
                // in every chunk, as vLLM does when asked to
                "{'choices':[{'delta':{'content':'a'}}],'usage':{'prompt_tokens':900,'completion_tokens':1}}"
                        + "~{'choices':[{'delta':{'content':'b'}}],'usage':{'prompt_tokens':900,'completion_tokens':400}}"
                        + "~[DONE]",
                // beside the last choice, as Mistral and DeepSeek do, and null in the end
                "HELLO~{'choices':[{'delta':{},'finish_reason':'stop'}],'usage':{'prompt_tokens':900,"
                        + "'completion_tokens':400}}~{'choices':[],'usage':null}~[DONE]",
                // within the choice, as Moonshot does
                "HELLO~{'choices':[{'delta':{},'usage':{'prompt_tokens':900,'completion_tokens':400}}]}~[DONE]",
                // as Groq does
                "HELLO~{'choices':[{'delta':{}}],'x_groq':{'usage':{'prompt_tokens':900,'completion_tokens':400}}}~[DONE]",
                // with zeros in the end
                "HELLO~USAGE~{'choices':[],'usage':{'prompt_tokens':0,'completion_tokens':0,'total_tokens':0}}~[DONE]",
                // without [DONE]
                "HELLO~USAGE",
                // Azure's first and last chunks
                "{'id':'','model':'','choices':[],'prompt_filter_results':[{'prompt_index':0}],'usage':null}~HELLO~USAGE"
                        + "~{'id':'','model':'','choices':[{'index':0,'content_filter_offsets':{}}],'usage':null}~[DONE]",
            })
    void usage_counts_wherever_it_stands(String chunks) {
        String text = events(chunks.replace("HELLO", HELLO)
                .replace("STOP", STOP)
                .replace("USAGE", USAGE)
                .split("~"));

        Finding finding = stream(Endpoint.CHAT, text);

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(900, 400, 0, 0, 0));
        assertThat(isEstimated(finding)).isFalse();
    }

    @Test
    void early_usage_does_not_end_the_reading() {
        StreamReader reader = Replies.reader(Endpoint.CHAT, true);

        Replies.pass(reader, events("{'choices':[],'usage':{'total_tokens':901}}", HELLO, USAGE), new Random(1));
        assertThat(reader.found()).isEmpty();
        Replies.pass(reader, "data: [DONE]\n\n", new Random(1));

        assertThat(buckets(reader.found().orElseThrow()).total()).isEqualTo(1_300);
    }

    @Test
    void text_that_came_after_the_last_usage_is_added() {
        String early = "{'choices':[],'usage':{'prompt_tokens':900,'completion_tokens':1,'total_tokens':901}}";

        Finding finding = broken(Endpoint.CHAT, events(early, HELLO, HELLO));

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(900, 4, 0, 0, 0));
        assertThat(isEstimated(finding)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void a_stream_that_ends_on_its_usage_line_counts_it(String lineBreak) {
        String text = events(HELLO, USAGE).replace("\n", lineBreak);
        String cut = text.substring(0, text.length() - 2 * lineBreak.length());

        assertThat(buckets(stream(Endpoint.CHAT, cut)).total()).isEqualTo(1_300);
        assertThat(buckets(stream(Endpoint.CHAT, "\uFEFF" + cut + lineBreak)).total())
                .isEqualTo(1_300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {'error':{'message':'overloaded','code':502}}\n\n",
                "data: {'error':'overloaded'}\n\ndata: [DONE]\n\n",
                "event: error\ndata: {'message':'overloaded'}\n\n",
                "event: error\ndata: overloaded\n\n",
                "error: {'code':500,'message':'overloaded'}\n\n",
                "{\n  'error': {\n    'message': 'overloaded'\n  }\n}\n",
                ": PROCESSING\n\ndata: {'id':'c','choices':[{'delta':{'content':''},'finish_reason':'error'}],"
                        + "'error':{'code':502}}\n\n",
            })
    void a_stream_that_is_only_an_error_costs_nothing_and_reaches_the_client(String text) {
        Replies.Passed passed = stream(Endpoint.CHAT, true, text.replace('\'', '"'), 1);

        assertThat(passed.finding()).isEqualTo(new Finding.Unused());
        assertThat(passed.text()).isEqualTo(text.replace('\'', '"'));
        assertThat(broken(Endpoint.CHAT, text)).isEqualTo(new Finding.Unused());
    }

    @Test
    void an_error_after_text_costs_what_was_seen() {
        Finding finding = stream(Endpoint.CHAT, events(HELLO, "{'error':{'code':502}}"));

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(INPUT, 2, 0, 0, 0));
        assertThat(isEstimated(finding)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                "'delta':{'content':'*'}",
                "'delta':{'content':[{'type':'text','text':'*'}]}",
                "'delta':{'reasoning_content':'*'}",
                "'delta':{'content':null,'reasoning':'*'}",
                "'delta':{'reasoning':'*','reasoning_content':'*'}",
                "'delta':{'refusal':'*'}",
                "'delta':{'tool_calls':[{'index':0,'function':{'arguments':'*'}}]}",
                "'delta':{'tool_calls':[{'index':0,'custom':{'input':'*'}}]}",
                "'delta':{'function_call':{'arguments':'*'}}",
                "'delta':{'audio':{'id':'a','transcript':'*'}}",
                "'text':'*'",
            })
    void a_stream_that_breaks_off_is_estimated_by_all_its_text(String choice) {
        String chunk = "{'choices':[{" + choice.replace("*", "x".repeat(400)) + "}]}";

        Finding finding = broken(Endpoint.CHAT, events(chunk).repeat(100));

        assertThat(buckets(finding).total()).isEqualTo(10_000 + INPUT);
        assertThat(isEstimated(finding)).isTrue();
    }

    @Test
    void a_picture_of_a_megabyte_and_a_half_beside_the_usage_does_not_hide_it() {
        String picture = "data:image/png;base64," + "A".repeat(1_500_000);
        String chunk = "{'choices':[{'delta':{'images':[{'image_url':{'url':'" + picture + "'}}],'content':'" + picture
                + "'}}],'usage':{'prompt_tokens':20,'completion_tokens':1290,'total_tokens':1310}}";
        String text = events(HELLO, chunk, "[DONE]");

        Replies.Passed passed = stream(Endpoint.CHAT, true, text, 5);

        assertThat(passed.text()).isEqualTo(text);
        assertThat(buckets(passed.finding()).total()).isEqualTo(1_310);
    }

    @Test
    void a_complete_event_is_passed_on_at_once() {
        byte[] event = events(HELLO).getBytes(StandardCharsets.UTF_8);

        assertThat(Replies.reader(Endpoint.CHAT, true).pass(event, event.length))
                .isEqualTo(event);
    }

    @Test
    void an_error_beside_the_usage_reaches_the_client() {
        String text = events("{'choices':[],'usage':{'total_tokens':5},'error':{'code':502}}");

        assertThat(stream(Endpoint.CHAT, true, text, 1).text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<List<String>> chunks() {
        return Arbitraries.of(
                        "data: {'choices':[{'delta':{'content':'h\u00e9 \uD83D\uDE00'}}],'usage':null}",
                        "data: {'choices':[]}",
                        "data:{'choices':[],'usage':null}",
                        ": comment",
                        "event: ping\ndata: {broken",
                        "data: {'choices':[{'text':'t'}]}\nid: 7",
                        "data:",
                        "retry: 5")
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> breaks() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static String text(List<String> events, String lineBreak) {
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(event).append("\n\n"));
        return text.toString().replace("\n", lineBreak).replace('\'', '"');
    }
}
