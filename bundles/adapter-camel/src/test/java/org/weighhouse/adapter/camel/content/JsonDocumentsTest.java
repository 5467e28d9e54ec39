package org.weighhouse.adapter.camel.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.adapter.camel.content.JsonDocuments.Kind;

class JsonDocumentsTest {

    private static Kind kind(String text) {
        return JsonDocuments.kind(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {} ", "{\"a\":[{},[],1,\"x\",null,true]}", "{\"\u00e4\":\"\ud83d\ude00\"}"})
    void objects_are_objects(String text) {
        assertThat(kind(text)).isEqualTo(Kind.OBJECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"{}\"",
                "{",
                "{}}",
                "{} {}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":[}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":\"\u0001\"}",
                "\ufeff{}"
            })
    void all_else_is_not(String text) {
        assertThat(kind(text)).isEqualTo(Kind.OTHER);
    }

    @Test
    void other_encodings_are_not() {
        assertThat(JsonDocuments.kind("{}".getBytes(StandardCharsets.UTF_16BE))).isEqualTo(Kind.OTHER);
        assertThat(JsonDocuments.kind("{}".getBytes(StandardCharsets.UTF_16LE))).isEqualTo(Kind.OTHER);
        byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
        assertThat(JsonDocuments.kind(overlong)).isEqualTo(Kind.OTHER);
    }

    @Test
    void nesting_has_an_end() {
        assertThat(kind("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isEqualTo(Kind.OTHER);
    }

    @Test
    void values_are_counted() {
        String ids = "{\"input\":[" + "1,".repeat(JsonDocuments.MAX_VALUES - 1) + "1]}";
        assertThat(kind(ids)).isEqualTo(Kind.OBJECT);
        String empty = "{\"messages\":[" + "{},".repeat(JsonDocuments.MAX_VALUES) + "{}]}";
        assertThat(kind(empty)).isEqualTo(Kind.TOO_MANY_VALUES);
    }
}
