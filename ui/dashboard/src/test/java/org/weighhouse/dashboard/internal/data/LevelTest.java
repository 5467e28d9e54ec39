package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Amount;

class LevelTest {

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "0, 20000, OK",
        "9999.999, 20000, OK",
        "10000, 20000, WATCH",
        "12500, 20000, WATCH",
        "16000, 20000, WATCH",
        "16000.001, 20000, HIGH",
        "20000, 20000, HIGH",
        "25000, 20000, HIGH",
        "1, 3, OK",
        "2, 3, WATCH",
    })
    void compares_exactly_at_its_thresholds(String used, String total, Level expected) {
        assertThat(Level.of(Amount.parse(used), Amount.parse(total))).isEqualTo(expected);
    }

    @Test
    void is_high_when_nothing_was_granted() {
        assertThat(Level.of(Amount.ZERO, Amount.ZERO)).isEqualTo(Level.HIGH);
    }

    @Test
    void survives_the_largest_amounts() {
        Amount largest = new Amount(Long.MAX_VALUE);
        assertThat(Level.of(largest, largest)).isEqualTo(Level.HIGH);
        assertThat(Level.of(new Amount(Long.MAX_VALUE / 4), largest)).isEqualTo(Level.OK);
    }

    @Test
    void says_in_words_what_red_means() {
        assertThat(Level.HIGH.label()).isEqualTo("Consider topping up or upgrading");
    }
}
