package org.weighhouse.adapter.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.TokenBuckets;

class EstimatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                "{'a':'12345678'} | 2",
                "{'a':[{'b':'1234'},'5678','9']} | 3",
                "{'input':[[1,2,3],[4,5]]} | 5",
                "{'n':7,'stream':true,'x':null} | 0",
                "{'image_url':{'url':'https://example.com/a.png'}} | 1000",
                "{'image_url':'data:image/png;base64,AAAA'} | 1000",
                "{'input_audio':{'data':'AAAAAAAAAAAAAAAAAAAAAA','format':'mp3'}} | 1001",
                "{'file':{'file_data':'AAAA'}} | 1000",
                "{'text':'data:image/png;base64,AAAA'} | 1000",
            })
    void a_request_is_estimated_by_its_texts(String request, long tokens) {
        RequestText text = new RequestText();
        new JsonScanner(text).push(request.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        assertThat(text.tokens()).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 4, 12",
        "0, 4, 0",
        "-1, 4, 0",
        "9223372036854775807, 9223372036854775807, 100000000",
        "100000000, 2, 100000000"
    })
    void products_are_bounded(long count, long tokens, long expected) {
        assertThat(Estimates.times(count, tokens)).isEqualTo(expected);
        assertThat(Estimates.tokens(Long.MAX_VALUE)).isEqualTo(Estimates.MOST_TOKENS);
    }

    @Test
    void text_put_in_two_places_counts_once_and_a_picture_flat() {
        SeenText seen = new SeenText();

        seen.shown(text("0123456789"));
        seen.shown(new Scalar(Scalar.Kind.TEXT, "data:image/png;base64,AAAA", 4_000_000));
        seen.shown(new Scalar(Scalar.Kind.LITERAL, "null", 4));
        seen.thought(text("01234567"));
        seen.thoughtAgain(text("01234567"));

        assertThat(seen.tokens()).isEqualTo(new TokenBuckets(0, 1_003, 0, 0, 2));
        seen.clear();
        assertThat(seen.isEmpty()).isTrue();
    }

    private static Scalar text(String text) {
        return new Scalar(Scalar.Kind.TEXT, text, text.length());
    }
}
