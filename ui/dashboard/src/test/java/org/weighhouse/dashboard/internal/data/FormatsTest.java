package org.weighhouse.dashboard.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;

class FormatsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Formats ENGLISH = new Formats(Locale.ENGLISH, BERLIN, Workspace.DEFAULT_CURRENCY);

    @Test
    void writes_amounts_exactly_and_with_the_locales_separators() {
        assertThat(ENGLISH.amount(Amount.of(12_500))).isEqualTo("12,500");
        assertThat(ENGLISH.amount(Amount.parse("0.125"))).isEqualTo("0.125");
        assertThat(ENGLISH.amount(new Amount(Long.MAX_VALUE))).isEqualTo("9,223,372,036,854,775.807");
        assertThat(new Formats(Locale.GERMAN, BERLIN, Workspace.DEFAULT_CURRENCY).amount(Amount.parse("12500.5")))
                .isEqualTo("12.500,5");
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 12500000, €12.50",
        "EUR, 63.001, €0.000063001",
        "EUR, -94000, -€0.094",
        "JPY, 1234000000, '¥1,234'",
        "JPY, 1234500000, '¥1,234.5'",
        "TND, 12000000, TND12.000"
    })
    void writes_costs_exactly_and_with_the_currencys_decimals(String currency, String millionths, String text) {
        Formats formats = new Formats(Locale.ENGLISH, BERLIN, Currency.getInstance(currency));
        assertThat(formats.amount(Unit.COST, Amount.parse(millionths))).isEqualTo(text);
        assertThat(formats.amount(Unit.AI_TOKEN, Amount.of(12_500))).isEqualTo("12,500");
    }

    @Test
    void writes_days_and_hours_in_the_workspaces_zone() {
        Instant lateInUtc = Instant.parse("2026-11-22T23:30:00Z");

        assertThat(ENGLISH.day(lateInUtc)).isEqualTo("Nov 23");
        assertThat(ENGLISH.hour(lateInUtc)).isEqualTo("00:30");
        assertThat(ENGLISH.date(LocalDate.of(2026, 11, 23))).isEqualTo("Nov 23, 2026");
    }

    @Test
    void writes_shares_to_one_decimal_and_nothing_for_a_share_of_nothing() {
        assertThat(ENGLISH.share(Amount.of(1), Amount.of(3))).isEqualTo("33.3%");
        assertThat(ENGLISH.share(Amount.ZERO, Amount.ZERO)).isEmpty();
    }

    @Test
    void makes_names_of_keys_readable_and_leaves_written_names_alone() {
        assertThat(Names.readable("spring-sale")).isEqualTo("Spring sale");
        assertThat(Names.readable("Product Inquiry AI Flow")).isEqualTo("Product Inquiry AI Flow");
        assertThat(Names.readable("gpt-5-mini")).isEqualTo("gpt-5-mini");
    }
}
