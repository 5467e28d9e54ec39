package org.weighhouse.adapter.ai;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "15, 15",
        "15.0, 15",
        "15.9, 15",
        "0.9, 0",
        "-5, 0",
        "1e3, 1000",
        "1e-999999999, 0",
        "1e999999999, 10000000000",
        "-1e999999999, 0",
        "9223372036854775808, 10000000000",
        "1e18, 10000000000",
    })
    void numbers_are_read_however_they_are_written(String text, long expected) {
        assertThat(Figures.of(text(text))).hasValue(expected);
        assertThat(Figures.of(new Scalar(Scalar.Kind.NUMBER, text, text.length())))
                .hasValue(expected);
    }

    @Test
    void a_number_of_a_thousand_digits_is_the_most_there_is() {
        assertThat(Figures.of(text("9".repeat(1_000)))).hasValue(Figures.MOST);
    }

    @Test
    void words_and_literals_are_no_numbers() {
        assertThat(Figures.of(text(""))).isEmpty();
        assertThat(Figures.of(text("NaN"))).isEmpty();
        assertThat(Figures.of(text("1e99999999999"))).isEmpty();
        assertThat(Figures.of(new Scalar(Scalar.Kind.LITERAL, "1", 1))).isEmpty();
        assertThat(Figures.millis(new Scalar(Scalar.Kind.LITERAL, "null", 4))).isEmpty();
    }

    @Property
    void no_text_makes_it_fail(@ForAll String text) {
        Figures.of(text(text)).ifPresent(n -> assertThat(n).isBetween(0L, Figures.MOST));
    }

    private static Scalar text(String text) {
        return new Scalar(Scalar.Kind.TEXT, text, text.length());
    }
}
