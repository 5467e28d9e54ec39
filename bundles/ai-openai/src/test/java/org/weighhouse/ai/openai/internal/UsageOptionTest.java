package org.weighhouse.ai.openai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageOptionTest {

    private static final String MINE = "'include_usage':true";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                "{ 'stream' : true }|{'stream_options':{*}, 'stream' : true }",
                "{'a':'ü\\u00e9','stream':true,'b':1.50e3}|{'stream_options':{*},'a':'ü\\u00e9','stream':true,'b':1.50e3}",
                "{'stream':true,'stream_options': null }|{'stream':true,'stream_options': {*} }",
                "{'stream':true,'stream_options':{ }}|{'stream':true,'stream_options':{* }}",
                "{'é':'ü','stream_options':{ 'x':[1,{}]},'stream':true}|{'é':'ü','stream_options':{*, 'x':[1,{}]},'stream':true}",
                "{'stream_options':{'include_usage': false ,'x':1},'stream':true}"
                        + "|{'stream_options':{'include_usage': true ,'x':1},'stream':true}",
                "{'messages':[{'stream_options':{}}],'stream':true}"
                        + "|{'stream_options':{*},'messages':[{'stream_options':{}}],'stream':true}",
            })
    void only_the_wish_for_usage_is_put_in(String body, String expected) {
        UsageOption option = UsageOption.put(bytes(body));

        assertThat(new String(option.body(), StandardCharsets.UTF_8))
                .isEqualTo(expected.replace("*", MINE).replace('\'', '"'));
        assertThat(option.asked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0007',
            value = {
                "{'stream_options':{'x':1, 'include_usage' : true},'stream':true}",
                "{'stream_options':'odd','stream':true}",
                "{'stream_options':{'include_usage':[1]},'stream':true}",
            })
    void a_body_that_asks_already_or_is_wrong_stays_as_it_is(String body) {
        UsageOption option = UsageOption.put(bytes(body));

        assertThat(option.body()).isEqualTo(bytes(body));
        assertThat(option.asked()).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
