package org.weighhouse.ledger.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;

class NumberingTest {

    private static final int MANY = 5_000;

    @Test
    void eachTextHasOneNumberHoweverManyThereAre() {
        TextNumbers numbers = new TextNumbers();
        for (int i = 0; i < MANY; i++) {
            assertThat(numbers.numberOf("text-" + i)).isEqualTo(i);
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(numbers.numberOf("text-" + i)).isEqualTo(i);
            assertThat(numbers.value(i)).isEqualTo("text-" + i);
        }
        assertThat(numbers.size()).isEqualTo(MANY);
    }

    @Test
    void textsOfTheSameHashAreKeptApart() {
        TextNumbers numbers = new TextNumbers();

        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(numbers.numberOf("Aa")).isZero();
        assertThat(numbers.numberOf("BB")).isEqualTo(1);
        assertThat(numbers.numberOf("Aa")).isZero();
    }

    @Test
    void attributionsDifferByEveryDimensionAndNotByTheirSubscriber() {
        AttributionNumbers numbers = new AttributionNumbers();
        assertThat(numbers.numberOf(Attribution.NONE)).isZero();
        int next = 1;
        for (Dimension dimension : Dimension.values()) {
            // Asked also without the hash, which keeps most apart by itself.
            assertThat(numbers.isSame(Attribution.NONE, Attribution.NONE.with(dimension, "x")))
                    .isFalse();
            assertThat(numbers.numberOf(Attribution.NONE.with(dimension, "x"))).isEqualTo(next++);
        }
        assertThat(numbers.numberOf(Attribution.NONE.withSubscriber("x"))).isZero();
    }
}
