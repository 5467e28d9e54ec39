package org.weighhouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "12500", "0.25", "-3.001", "9000000000000000"})
    void textReadsBackAsItWasWritten(String text) {
        assertThat(Amount.parse(text)).hasToString(text);
    }

    @Test
    void wholeNumbersAreNeverPrintedInScientificNotation() {
        assertThat(Amount.of(20_000).toBigDecimal()).hasToString("20000");
    }

    @Test
    void moreThanThreeDecimalsAreRefusedRatherThanRounded() {
        assertThatThrownBy(() -> Amount.parse("0.0001")).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e17", "0e999999999"})
    @Timeout(10)
    void shortTextsOfEndlessNumbersAreRefusedBeforeTheyAreWrittenOut(String text) {
        assertThatThrownBy(() -> Amount.parse(text)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void overflowIsRefusedRatherThanWrapped() {
        Amount most = new Amount(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Amount(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Amount.of(Long.MAX_VALUE / 1_000 + 1)).isInstanceOf(ArithmeticException.class);
    }
}
