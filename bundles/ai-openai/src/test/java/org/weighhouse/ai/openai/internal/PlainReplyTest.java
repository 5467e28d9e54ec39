package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.ai.openai.internal.Replies.INPUT;
import static org.weighhouse.ai.openai.internal.Replies.RESERVED;
import static org.weighhouse.ai.openai.internal.Replies.buckets;
import static org.weighhouse.ai.openai.internal.Replies.isEstimated;
import static org.weighhouse.ai.openai.internal.Replies.tokens;
import static org.weighhouse.ai.openai.internal.Replies.whole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.Finding;
import org.weighhouse.api.TokenBuckets;

/** Plain replies as servers in the wild write them. */
class PlainReplyTest {

    private static final String CHOICE = "'choices':[{'index':0,'message':{'role':'assistant','content':'Hello'}}]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'usage':{'total_tokens':15}",
                "'usage':{'prompt_tokens':null,'completion_tokens':null,'total_tokens':15}",
                "'usage':{'prompt_tokens':'10','completion_tokens':'5','total_tokens':'15'}",
                "'usage':{'prompt_tokens':10.0,'completion_tokens':5.0,'total_tokens':15.0}",
                "'usage':{'prompt_tokens':10,'completion_tokens':5,'input_tokens':0,'output_tokens':0}",
                "'usage':null,'x_groq':{'id':'req_1','usage':{'prompt_tokens':10,'completion_tokens':5}}",
            })
    void usage_counts_however_it_is_spelled(String usage) {
        Finding finding = whole(Endpoint.CHAT, "{'id':'chatcmpl-1','model':'m-1'," + CHOICE + "," + usage + "}");

        assertThat(buckets(finding).total()).isEqualTo(15);
        assertThat(isEstimated(finding)).isFalse();
    }

    @Test
    void the_platforms_id_is_the_reference_however_short_and_the_replys_model_counts() {
        Finding.Used used = (Finding.Used)
                whole(Endpoint.CHAT, "{'id':'1','model':'m-1'," + CHOICE + ",'usage':{'total_tokens':15}}");

        assertThat(used.reference().value()).isEqualTo("1");
        assertThat(used.attribution().model()).isEqualTo("m-1");
    }

    @Test
    void a_reply_without_an_id_is_referred_to_by_its_request() {
        Finding.Used used = (Finding.Used)
                whole(
                        Endpoint.EMBEDDINGS,
                        "{'object':'list','data':[{'embedding':[0.1]}],'model':'e','usage':{'prompt_tokens':7,'total_tokens':7}}");

        assertThat(used.reference().value()).isEqualTo("req-1");
        assertThat(used.reading().measures().tokens()).isEqualTo(new TokenBuckets(7, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'message':'overloaded','type':'server_error','param':null,'code':null}}",
                "{'error':'model is loading'}",
                "{'id':'x','choices':null,'error':{'code':502}}",
                "{'id':'x','object':'chat.completion','choices':null,'usage':null}",
                "{'id':'x','choices':[]}",
                "{'id':'x','choices':[],'usage':{'prompt_tokens':0,'completion_tokens':0,'total_tokens':0}}",
                "{'id':'x','choices':[{'message':{'content':''},'finish_reason':'error','error':{'code':502}}]}",
                "{'detail':'Not Found'}",
                "{'code':1302,'msg':'rate limit','success':false}",
            })
    void what_produced_nothing_costs_nothing(String body) {
        assertThat(whole(Endpoint.CHAT, body)).isEqualTo(new Finding.Unused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'message':'overloaded'}}",
                "{'object':'list','data':null}",
                "{'object':'list','data':[]}"
            })
    void neither_do_no_embeddings(String body) {
        assertThat(whole(Endpoint.EMBEDDINGS, body)).isEqualTo(new Finding.Unused());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                "'content':'0123456789' | 3 | 0",
                "'content':'0123','refusal':'0123456789' | 4 | 0",
                "'content':[{'type':'text','text':'01234567'},{'type':'thinking','thinking':[{'text':'0123'}]}] | 2 | 1",
                "'content':null,'tool_calls':[{'id':'c','function':{'name':'f','arguments':'{12345}'}}] | 2 | 0",
                "'content':null,'tool_calls':[{'id':'c','custom':{'name':'f','input':'01234567'}}] | 2 | 0",
                "'content':null,'function_call':{'name':'f','arguments':'01234567'} | 2 | 0",
                "'content':null,'audio':{'data':'AAAAAAAAAAAAAAAAAAAA','transcript':'01234567'} | 2 | 0",
                "'content':'0123','reasoning_content':'01234567' | 1 | 2",
                "'content':'0123','reasoning':'01234567' | 1 | 2",
                "'content':'0123','reasoning':'01234567','reasoning_content':'01234567' | 1 | 2",
            })
    void without_usage_the_text_shown_counts_and_not_what_was_held(String message, long output, long reasoning) {
        Finding finding = whole(Endpoint.CHAT, "{'id':'x','choices':[{'message':{" + message + "}}]}");

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(INPUT, output, 0, 0, reasoning));
        assertThat(isEstimated(finding)).isTrue();
        assertThat(((Finding.Used) finding).reference().value()).isEqualTo("x");
    }

    @Test
    void zeros_beside_an_answer_are_no_usage() {
        Finding finding = whole(Endpoint.CHAT, "{" + CHOICE + ",'usage':{'prompt_tokens':0,'total_tokens':0}}");

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(INPUT, 2, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad gateway</html>", "", "null", "'hello'", "upstream connect error"})
    void what_is_not_json_is_unread(String body) {
        assertThat(whole(Endpoint.CHAT, body)).isEqualTo(new Finding.Unread());
    }

    @Test
    void a_stream_that_does_not_say_that_it_is_one_is_read_as_one() {
        assertThat(buckets(whole(
                                Endpoint.CHAT,
                                Replies.events(
                                        "{'choices':[{'delta':{'content':'a'}}],'usage':{'total_tokens':15}}",
                                        "[DONE]")))
                        .total())
                .isEqualTo(15);
    }

    @Test
    void keep_alive_blanks_and_a_mark_before_a_plain_reply_do_not_matter() {
        assertThat(buckets(whole(Endpoint.CHAT, "\n\n\uFEFF{" + CHOICE + ",'usage':{'total_tokens':15}}"))
                        .total())
                .isEqualTo(15);
    }

    @Test
    void a_background_response_counts_what_was_held_for_nobody_tells_later() {
        Finding finding = whole(
                Endpoint.RESPONSES,
                "{'id':'resp_1','object':'response','status':'queued','background':true,'error':null,'output':[],"
                        + "'model':'m','usage':null}");

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(INPUT, RESERVED, 0, 0, 0));
        assertThat(isEstimated(finding)).isTrue();
        assertThat(((Finding.Used) finding).reference().value()).isEqualTo("resp_1");
    }

    @Test
    void a_response_counts_its_usage_and_the_providers_own_tools() {
        Finding finding = whole(
                Endpoint.RESPONSES,
                "{'id':'resp_1','status':'completed','error':null,'output':[{'type':'web_search_call'},"
                        + "{'type':'reasoning','summary':[]},{'type':'file_search_call'},{'type':'function_call'},"
                        + "{'type':'code_interpreter_call'},{'type':'message','content':[{'type':'output_text',"
                        + "'text':'Hi'}]}],'usage':{'input_tokens':18014,'input_tokens_details':{'cached_tokens':18011,"
                        + "'cache_write_tokens':0},'output_tokens':40,'output_tokens_details':{'reasoning_tokens':8},"
                        + "'total_tokens':18054}}");

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(3, 32, 18_011, 0, 8));
        assertThat(tokens(finding).toolCalls()).isEqualTo(3);
    }

    @Test
    void a_response_without_usage_is_estimated_by_its_text() {
        Finding finding = whole(
                Endpoint.RESPONSES,
                "{'status':'completed','output':[{'type':'reasoning','summary':[{'text':'0123'}]},"
                        + "{'type':'message','content':[{'text':'01234567'}]},{'type':'function_call','arguments':'{}'}]}");

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(INPUT, 3, 0, 0, 1));
    }

    @Test
    void a_failed_response_costs_what_it_says_or_nothing() {
        String failed = "{'status':'failed','error':{'code':'server_error'},'output':[],'usage':";

        assertThat(whole(Endpoint.RESPONSES, failed + "null}")).isEqualTo(new Finding.Unused());
        assertThat(buckets(whole(
                                Endpoint.RESPONSES, failed + "{'input_tokens':9,'output_tokens':1,'total_tokens':10}}"))
                        .total())
                .isEqualTo(10);
    }

    @Test
    void a_compaction_counts_its_own_usage() {
        Finding finding = whole(
                Endpoint.COMPACTION,
                "{'id':'resp_1','object':'response.compaction','output':[{'type':'compaction'}],"
                        + "'usage':{'input_tokens':139,'output_tokens':438,'total_tokens':577}}");

        assertThat(buckets(finding)).isEqualTo(new TokenBuckets(139, 438, 0, 0, 0));
    }
}
