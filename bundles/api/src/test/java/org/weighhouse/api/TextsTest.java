package org.weighhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Black Friday",
                "\u05d7\u05d2 \u05e9\u05de\u05d7",
                "\ud83d\udc68\u200d\ud83d\udc69",
                "\u0645\u06cc\u200c\u062e"
            })
    void names_of_the_world_are_readable(String name) {
        assertThat(Texts.isReadable(name)).isTrue();
        assertThat(Attribution.tidy(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u2067", "\u200b", "\u2060", "\ufeff", "\u00ad", "\u0007", "\ud83d"})
    void what_deceives_the_eye_is_not(String character) {
        assertThat(Texts.isReadable("spring" + character + "sale")).isFalse();
        assertThat(Attribution.tidy("spring" + character + "sale")).isEqualTo("springsale");
    }

    @Test
    void utf8_is_what_the_standard_says() {
        for (String text :
                new String[] {"", "a", "\u00e4", "\u4e16", "\ud83d\ude00", "x".repeat(100_000) + "\ud83d\ude00"}) {
            assertThat(Texts.isUtf8(text.getBytes(StandardCharsets.UTF_8))).isTrue();
        }
        String ends = "\ud83d\ude00".repeat(10_000);
        for (int before = 0; before < 4; before++) {
            assertThat(Texts.isUtf8(("x".repeat(before) + ends).getBytes(StandardCharsets.UTF_8)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "e080af", "eda080", "f4908080", "80", "c3", "e4b8", "ff", "fffe6100"})
    void all_else_is_not_utf8(String hex) {
        assertThat(Texts.isUtf8(HexFormat.of().parseHex(hex))).isFalse();
    }
}
