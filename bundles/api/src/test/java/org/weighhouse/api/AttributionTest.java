package org.weighhouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttributionTest {

    @ParameterizedTest
    @EnumSource
    void everyDimensionHasAPlaceOfItsOwn(Dimension dimension) {
        Attribution one = Attribution.NONE.with(dimension, "x");

        assertThat(one.get(dimension)).isEqualTo("x");
        assertThat(one.with(dimension, "")).isEqualTo(Attribution.NONE);
        assertThat(Attribution.NONE.orElse(one)).isEqualTo(one);
    }

    @Test
    void whatUtf8CannotKeepIsRefused() {
        assertThat(Attribution.isValid("ok \ud83d\ude00")).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Attribution.NONE.with(Dimension.MODEL, "a\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> Attribution.NONE.withSubscriber("a\nb"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> UsageEvent.of("s", "\udc00", Instant.EPOCH, Attribution.NONE, new Reading.Messages(1)));
    }

    @Test
    void aTextFromOutsideIsTidied() {
        assertThat(Attribution.tidy("gpt\u0000-4\ud800")).isEqualTo("gpt-4");
        assertThat(Attribution.tidy("x".repeat(127) + "\ud83d\ude00")).hasSize(127);
        assertThat(Attribution.isValid(Attribution.tidy("\u0000\ud800y".repeat(1_000))))
                .isTrue();
    }
}
