package org.weighhouse.adapter.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.TokenBuckets;

class TokenUsageTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                // server | usage | input | output | cacheRead | cacheWrite | cacheWriteLong | reasoning
                "plain | {'prompt_tokens':10,'completion_tokens':5,'total_tokens':15} | 10|5|0|0|0|0",
                "embeddings | {'prompt_tokens':10,'total_tokens':10} | 10|0|0|0|0|0",
                "OpenAI chat | {'prompt_tokens':100,'completion_tokens':50,'total_tokens':150,'prompt_tokens_details':"
                        + "{'cached_tokens':40,'cache_write_tokens':25,'audio_tokens':3},'completion_tokens_details':"
                        + "{'reasoning_tokens':30,'audio_tokens':2}} | 35|20|40|25|0|30",
                "OpenAI responses | {'input_tokens':18014,'input_tokens_details':{'cached_tokens':18011,"
                        + "'cache_write_tokens':0},'output_tokens':50,'output_tokens_details':{'reasoning_tokens':30},"
                        + "'total_tokens':18064} | 3|20|18011|0|0|30",
                "OpenAI images | {'input_tokens':50,'input_tokens_details':{'text_tokens':10,'image_tokens':40},"
                        + "'output_tokens':4160,'total_tokens':4210} | 50|4160|0|0|0|0",
                "OpenAI transcription | {'type':'tokens','input_tokens':14,'input_token_details':{'audio_tokens':14,"
                        + "'cached_tokens':4},'output_tokens':45,'total_tokens':59} | 10|45|4|0|0|0",
                "details null | {'prompt_tokens':10,'completion_tokens':5,'total_tokens':15,"
                        + "'prompt_tokens_details':null,'completion_tokens_details':null} | 10|5|0|0|0|0",
                "total only | {'total_tokens':15} | 15|0|0|0|0|0",
                "prompt null | {'prompt_tokens':null,'total_tokens':15} | 15|0|0|0|0|0",
                "prompt null, rest told | {'prompt_tokens':null,'completion_tokens':5,'total_tokens':15} | 10|5|0|0|0|0",
                "completion missing | {'prompt_tokens':10,'total_tokens':15} | 10|5|0|0|0|0",
                "texts | {'prompt_tokens':'10','completion_tokens':'5.0','total_tokens':' 15'} | 10|5|0|0|0|0",
                "floats | {'prompt_tokens':10.0,'completion_tokens':5.9,'total_tokens':1.5e1} | 10|5|0|0|0|0",
                "both namings, one with zeros | {'prompt_tokens':100,'completion_tokens':50,'input_tokens':0,"
                        + "'output_tokens':0} | 100|50|0|0|0|0",
                "both namings, with total | {'prompt_tokens':0,'completion_tokens':0,'input_tokens':100,"
                        + "'output_tokens':50,'total_tokens':150} | 100|50|0|0|0|0",
                "both namings, alike | {'prompt_tokens':100,'completion_tokens':50,'total_tokens':150,"
                        + "'input_tokens':100,'output_tokens':50,'input_tokens_details':null} | 100|50|0|0|0|0",
                "DeepSeek | {'prompt_tokens':100,'completion_tokens':50,'total_tokens':150,"
                        + "'prompt_cache_hit_tokens':64,'prompt_cache_miss_tokens':36} | 36|50|64|0|0|0",
                "DeepSeek's split alone | {'completion_tokens':50,'prompt_cache_hit_tokens':64,"
                        + "'prompt_cache_miss_tokens':36} | 36|50|64|0|0|0",
                "Moonshot | {'prompt_tokens':19,'completion_tokens':21,'total_tokens':40,'cached_tokens':10}"
                        + " | 9|21|10|0|0|0",
                "Groq | {'queue_time':0.07,'prompt_tokens':23,'completion_tokens':19,'total_tokens':42,"
                        + "'total_time':0.02} | 23|19|0|0|0|0",
                "xAI, reasoning outside | {'prompt_tokens':32,'completion_tokens':9,'total_tokens':135,"
                        + "'completion_tokens_details':{'reasoning_tokens':94}} | 32|9|0|0|0|94",
                "Gemini's compatible door | {'prompt_tokens':10,'completion_tokens':5,'total_tokens':40} | 10|5|0|0|0|25",
                "Perplexity | {'prompt_tokens':33,'completion_tokens':100,'total_tokens':133,'reasoning_tokens':60}"
                        + " | 33|40|0|0|0|60",
                "LiteLLM, Anthropic behind it | {'prompt_tokens':1100,'completion_tokens':50,'total_tokens':1150,"
                        + "'prompt_tokens_details':{'cached_tokens':1000},'cache_read_input_tokens':1000,"
                        + "'cache_creation_input_tokens':80} | 20|50|1000|80|0|0",
                "Anthropic's counters beside the prompt, in the total | {'prompt_tokens':20,'completion_tokens':50,"
                        + "'total_tokens':1150,'cache_read_input_tokens':1000,'cache_creation_input_tokens':80}"
                        + " | 20|50|1000|80|0|0",
                "the same without a total | {'prompt_tokens':20,'completion_tokens':50,"
                        + "'cache_read_input_tokens':1000,'cache_creation_input_tokens':80} | 20|50|1000|80|0|0",
                "Anthropic | {'input_tokens':2000,'cache_creation_input_tokens':80,'cache_creation':"
                        + "{'ephemeral_5m_input_tokens':60,'ephemeral_1h_input_tokens':20},'cache_read_input_tokens':1000,"
                        + "'output_tokens':50,'output_tokens_details':{'thinking_tokens':10}} | 2000|40|1000|60|20|10",
                "more cached than there was prompt | {'prompt_tokens':10,'completion_tokens':5,'total_tokens':15,"
                        + "'prompt_tokens_details':{'cached_tokens':99,'cache_write_tokens':99},"
                        + "'completion_tokens_details':{'reasoning_tokens':99}} | 0|0|10|0|0|5",
                "total too small | {'prompt_tokens':10,'completion_tokens':5,'total_tokens':3} | 10|5|0|0|0|0",
                "negative | {'prompt_tokens':-3,'completion_tokens':5,'total_tokens':5} | 0|5|0|0|0|0",
                "absurd | {'prompt_tokens':1e999,'completion_tokens':-1e999} | 10000000000|0|0|0|0|0",
            })
    void buckets_never_overlap_and_keep_the_total(
            String server, String usage, long in, long out, long read, long write, long writeLong, long reasoning) {
        assertThat(read(usage).buckets()).isEqualTo(new TokenBuckets(in, out, read, write, writeLong, reasoning));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                "{}",
                "{'prompt_tokens':0,'completion_tokens':0,'total_tokens':0}",
                "{'prompt_tokens':null,'total_tokens':null}",
                "{'prompt_tokens':'many','total_tokens':true}",
                "{'other_tokens':5,'x':{'total_tokens':5}}",
            })
    void what_says_nothing_is_not_told(String usage) {
        assertThat(read(usage).isTold()).isFalse();
    }

    @Test
    void later_figures_replace_smaller_ones_and_missing_ones_stay() {
        TokenUsage usage = read("{'prompt_tokens':900,'completion_tokens':1,'total_tokens':901}");

        tell(usage, "{'prompt_tokens':900,'completion_tokens':400,'total_tokens':1300}");
        tell(usage, "{'prompt_tokens':null,'completion_tokens':7,'total_tokens':0}");

        assertThat(usage.buckets()).isEqualTo(new TokenBuckets(900, 400, 0, 0, 0));
    }

    @Test
    void sound_is_told_in_seconds() {
        TokenUsage usage = read("{'type':'duration','seconds':12.3456}");

        assertThat(usage.isTold()).isTrue();
        assertThat(usage.millis()).isEqualTo(12_345);
    }

    @Test
    void searches_and_fetches_are_tool_calls() {
        assertThat(read("{'num_search_queries':2}").toolCalls()).isEqualTo(2);
        assertThat(read("{'server_tool_use':{'web_search_requests':3,'web_fetch_requests':'1'}}")
                        .toolCalls())
                .isEqualTo(4);
    }

    @Property(tries = 2000)
    void the_sum_is_the_providers_total_whenever_that_is_not_smaller_than_its_parts(
            @ForAll @Size(8) List<@LongRange(min = -2, max = 40) Long> n,
            @ForAll @LongRange(min = 0, max = 300) long total) {
        TokenBuckets buckets = read(("{'prompt_tokens':%d,'completion_tokens':%d,'prompt_tokens_details':"
                                + "{'cached_tokens':%d,'cache_write_tokens':%d},'completion_tokens_details':"
                                + "{'reasoning_tokens':%d},'cache_read_input_tokens':%d,'cache_creation_input_tokens':%d,"
                                + "'cache_creation':{'ephemeral_1h_input_tokens':%d},'total_tokens':%d}")
                        .formatted(
                                n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6), n.get(7), total))
                .buckets();

        assertThat(buckets.hasNegative()).isFalse();
        if (total > 0 && total >= Math.max(0, n.get(0)) + Math.max(0, n.get(1))) {
            assertThat(buckets.total()).isEqualTo(total);
        }
    }

    private static TokenUsage read(String json) {
        TokenUsage usage = new TokenUsage();
        tell(usage, json);
        return usage;
    }

    private static void tell(TokenUsage usage, String json) {
        new JsonScanner(new JsonScanner.Sink() {
                    @Override
                    public void opened(String path) {}

                    @Override
                    public void value(String path, Scalar value) {
                        usage.tell(path, value);
                    }
                })
                .push(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
