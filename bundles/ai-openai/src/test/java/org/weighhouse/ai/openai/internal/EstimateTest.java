package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

    private final Estimate estimate = new Estimate(256);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                // endpoint | request | output
                "CHAT | {} | 256",
                "CHAT | {'n':3} | 768",
                "CHAT | {'max_tokens':100,'n':'3'} | 300",
                "CHAT | {'max_tokens':'100.0','n':2.0} | 200",
                "CHAT | {'max_completion_tokens':1,'max_tokens':100} | 100",
                "CHAT | {'max_tokens':-1,'n':-5} | 256",
                "CHAT | {'max_tokens':null,'n':null} | 256",
                "CHAT | {'max_tokens':[],'n':{}} | 256",
                "CHAT | {'max_tokens':100,'n':1e18} | 100000000",
                "CHAT | {'max_tokens':1000000000000000000000000000000,'n':1} | 100000000",
                "CHAT | {'max_tokens':100,'best_of':7} | 100",
                "RESPONSES | {'max_output_tokens':500} | 500",
                "COMPACTION | {'input':'x'} | 256",
                "EMBEDDINGS | {'input':['a','b'],'n':5} | 0",
                "COMPLETIONS | {'prompt':'one','max_tokens':100} | 100",
                "COMPLETIONS | {'prompt':['one','two'],'max_tokens':100} | 200",
                "COMPLETIONS | {'prompt':[1,2,3],'max_tokens':100} | 100",
                "COMPLETIONS | {'prompt':[[1,2,3],[4]],'max_tokens':100} | 200",
                "COMPLETIONS | {'prompt':[],'max_tokens':100} | 100",
                "COMPLETIONS | {'prompt':['one','two'],'n':2,'best_of':5,'max_tokens':100} | 1000",
                "COMPLETIONS | {'prompt':['one','two'],'n':3,'best_of':1,'max_tokens':100} | 600",
            })
    void the_hold_covers_every_answer_a_request_allows(Endpoint endpoint, String request, long output) {
        assertThat(estimate.of(endpoint, OpenAiRequest.read(bytes(request))).output())
                .isEqualTo(output);
    }

    @Test
    void a_hundred_prompts_are_a_hundred_answers() {
        String prompts = String.join(",", Collections.nCopies(100, "'12345678'"));

        assertThat(estimate.of(
                                Endpoint.COMPLETIONS,
                                OpenAiRequest.read(bytes("{'prompt':[" + prompts + "],'max_tokens':1000}")))
                        .total())
                .isEqualTo(100_200);
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
