package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ai.openai.internal.Replies.INPUT;
import static org.weighhouse.ai.openai.internal.Replies.broken;
import static org.weighhouse.ai.openai.internal.Replies.buckets;
import static org.weighhouse.ai.openai.internal.Replies.events;
import static org.weighhouse.ai.openai.internal.Replies.isEstimated;
import static org.weighhouse.ai.openai.internal.Replies.stream;
import static org.weighhouse.ai.openai.internal.Replies.tokens;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.adapter.camel.StreamReader;
import org.weighhouse.api.TokenBuckets;

class ResponseStreamTest {

    private static final String CREATED =
            "{'type':'response.created','response':{'id':'resp_1','model':'m-1','status':'in_progress','error':null,"
                    + "'output':[],'usage':null}}";
    private static final String USAGE = "'usage':{'input_tokens':5000,'output_tokens':1800,'total_tokens':6800}";

    @Test
    void the_last_event_counts_at_once_whatever_its_size() {
        StreamReader reader = Replies.reader(Endpoint.RESPONSES, false);
        String completed = "{'type':'response.completed','response':{'id':'resp_1','status':'completed','output':["
                + "{'type':'image_generation_call','result':'" + "A".repeat(1_100_000) + "'}]," + USAGE + "}}";

        Replies.pass(reader, events(CREATED), new Random(1));
        assertThat(reader.found()).isEmpty();
        Replies.pass(reader, events(completed), new Random(2));

        Finding.Used used = (Finding.Used) reader.found().orElseThrow();
        assertThat(buckets(used).total()).isEqualTo(6_800);
        assertThat(used.reference().value()).isEqualTo("resp_1");
        assertThat(used.attribution().model()).isEqualTo("m-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"response.completed", "response.incomplete", "response.failed"})
    void every_kind_of_end_counts_its_usage(String type) {
        Finding finding = stream(
                Endpoint.RESPONSES,
                events(CREATED, "{'response':{'error':{'code':'x'}," + USAGE + "},'type':'" + type + "'}"));

        assertThat(buckets(finding).total()).isEqualTo(6_800);
        assertThat(isEstimated(finding)).isFalse();
    }

    @Test
    void the_type_may_stand_in_the_event_line_alone() {
        String text = "event: response.completed\ndata: {'response':{" + USAGE + "}}\n\n";
        StreamReader reader = Replies.reader(Endpoint.RESPONSES, false);

        Replies.pass(reader, text, new Random(1));

        assertThat(buckets(reader.found().orElseThrow()).total()).isEqualTo(6_800);
    }

    @ParameterizedTest
    @CsvSource({
        "response.output_text.delta, 10000, 0",
        "response.refusal.delta, 10000, 0",
        "response.function_call_arguments.delta, 10000, 0",
        "response.custom_tool_call_input.delta, 10000, 0",
        "response.mcp_call_arguments.delta, 10000, 0",
        "response.code_interpreter_call_code.delta, 10000, 0",
        "response.audio.transcript.delta, 10000, 0",
        "response.output_audio_transcript.delta, 10000, 0",
        "response.reasoning_text.delta, 0, 10000",
        "response.reasoning_summary_text.delta, 0, 10000",
        "response.audio.delta, 0, 0",
        "response.output_text.done, 0, 0",
    })
    void a_stream_that_breaks_off_is_estimated_by_all_its_text(String type, long output, long reasoning) {
        String delta = "{'delta':'" + "x".repeat(400) + "','type':'" + type + "'}";

        Finding finding =
                broken(Endpoint.RESPONSES, events(CREATED) + events(delta).repeat(100));

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(INPUT, output, 0, 0, reasoning));
        assertThat(isEstimated(finding)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'error','code':'server_error','message':'m','param':null}",
                "{'error':{'code':'server_error'}}",
                "{'type':'response.failed','response':{'status':'failed','error':{'code':'x'},'usage':null}}",
            })
    void a_stream_that_is_only_an_error_costs_nothing(String error) {
        assertThat(stream(Endpoint.RESPONSES, events(CREATED, error))).isEqualTo(new Finding.Unused());
    }

    @Test
    void tools_the_provider_ran_are_counted_once() {
        String search = "{'type':'response.output_item.done','item':{'type':'web_search_call','status':'completed'}}";
        String message = "{'type':'response.output_item.done','item':{'type':'message'}}";
        String completed = "{'type':'response.completed','response':{'output':[{'type':'web_search_call'},"
                + "{'type':'web_search_call'},{'type':'message'}]," + USAGE + "}}";

        assertThat(tokens(stream(Endpoint.RESPONSES, events(search, message, search, completed)))
                        .toolCalls())
                .isEqualTo(2);
        assertThat(tokens(broken(Endpoint.RESPONSES, events(search, message))).toolCalls())
                .isEqualTo(1);
    }
}
