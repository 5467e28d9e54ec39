package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.TokenBuckets;

class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                // usage | input | output | cacheRead | cacheWrite | reasoning
                "{'prompt_tokens':10,'completion_tokens':5,'total_tokens':15} | 10|5|0|0|0",
                "{'prompt_tokens':10,'total_tokens':10} | 10|0|0|0|0",
                "{'prompt_tokens':100,'completion_tokens':50,'total_tokens':150,'prompt_tokens_details':"
                        + "{'cached_tokens':40,'cache_write_tokens':25,'audio_tokens':3},"
                        + "'completion_tokens_details':{'reasoning_tokens':30}} | 35|20|40|25|30",
                "{'input_tokens':100,'output_tokens':50,'total_tokens':150,'input_tokens_details':"
                        + "{'cached_tokens':40,'cache_write_tokens':25},'output_tokens_details':"
                        + "{'reasoning_tokens':30}} | 35|20|40|25|30",
                "{'prompt_tokens':10,'completion_tokens':5,'total_tokens':15,'prompt_tokens_details':null,"
                        + "'completion_tokens_details':null} | 10|5|0|0|0",
                // A compatible provider that leaves thinking out of the completion, but not out of the total.
                "{'prompt_tokens':10,'completion_tokens':5,'total_tokens':40} | 10|5|0|0|25",
                // More cached than there was prompt: never negative, and the total stays.
                "{'prompt_tokens':10,'completion_tokens':5,'total_tokens':15,'prompt_tokens_details':"
                        + "{'cached_tokens':99,'cache_write_tokens':99},"
                        + "'completion_tokens_details':{'reasoning_tokens':99}} | 0|0|10|0|5",
                "{'prompt_tokens':-3,'completion_tokens':5,'total_tokens':5} | 0|5|0|0|0",
            })
    void buckets_never_overlap(String usage, long input, long output, long read, long write, long reasoning) {
        assertThat(read(usage)).contains(new TokenBuckets(input, output, read, write, reasoning));
    }

    @Test
    void what_is_no_usage_is_not_read() {
        assertThat(read("{'total_tokens':5}")).isEmpty();
        assertThat(read("{}")).isEmpty();
    }

    private static Optional<TokenBuckets> read(String json) {
        byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Usage.read(Json.object(text).orElseThrow());
    }
}
