package org.weighhouse.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.PriceBook.MessagePrice;
import org.weighhouse.api.catalog.PriceBook.ModelPrice;

class PriceBookSheetTest {

    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final String MODELS =
            "row,provider,model,from_input,input,output,cache_read,cache_write,cache_write_long,reasoning,minute\n";

    @Test
    void pricesAreInTheCurrencyAndKeptExactly() throws Exception {
        PriceBook book = read("""
                row,channel,kind,market,each
                message,whatsapp,marketing,DE,0.1131
                message,whatsapp,utility,IN,0.000000001
                """);

        assertThat(book.messages())
                .containsExactly(
                        new MessagePrice("whatsapp", "marketing", "DE", Amount.parse("113100")),
                        new MessagePrice("whatsapp", "utility", "IN", Amount.parse("0.001")));
    }

    @Test
    void dearerBandsStandFirst() throws Exception {
        PriceBook book = read(MODELS
                + "model,gemini,pro,200001,2.5,15,0.25,2.5,2.5,15\n"
                + "model,gemini,pro,,1.25,10,0.125,1.25,1.25,10\n"
                + "model,openai,whisper,0,0,0,0,0,0,0,0.006\n");

        assertThat(book.models())
                .containsExactly(
                        new ModelPrice(
                                "gemini",
                                "pro",
                                200_001,
                                2_500_000,
                                15_000_000,
                                250_000,
                                2_500_000,
                                2_500_000,
                                15_000_000,
                                0,
                                0),
                        new ModelPrice(
                                "gemini",
                                "pro",
                                0,
                                1_250_000,
                                10_000_000,
                                125_000,
                                1_250_000,
                                1_250_000,
                                10_000_000,
                                0,
                                0),
                        new ModelPrice("openai", "whisper", 0, 0, 0, 0, 0, 0, 0, 0, 6_000));
        assertThatThrownBy(() -> read(MODELS
                        + "model,gemini,pro,0,1.25,10,0.125,1.25,1.25,10\n"
                        + "model,gemini,pro,200001,2.5,15,0.25,2.5,2.5,15\n"))
                .hasMessage("line 3: is never reached, for line 2 matches all that it does");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model,openai,gpt,0,1,2,3,4,5           | line 2: reasoning is missing",
                "model,openai,gpt,0,0.0000001,2,3,4,5,6 | line 2: input has at most six decimals, not 0.0000001",
                "model,openai,gpt,0.5,1,2,3,4,5,6       | line 2: from_input is a whole number, not 0.5",
                "model,openai,gpt,-1,1,2,3,4,5,6        | line 2: from_input is a number",
                "message,openai                         | line 2: a row \"message\" has nothing in the column provider",
            })
    void whatIsNotUnderstoodIsRefusedWithItsLine(String line, String why) {
        assertThatThrownBy(() -> read(MODELS + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        PriceBook book = new PriceBook(
                JUNE,
                List.of(new MessagePrice("a", "*", "DE", Amount.parse("113100.125"))),
                List.of(new ModelPrice("p", "m", 200_000, 1, 20, 300, 4_000, 50_000, 600_000, 7_000_000, 0)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PriceBookSheet.write(book, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("message,a,*,DE,0.113100125\r\n")
                .contains("model,,,,,p,m,200000,0.000001,0.00002,0.0003,0.004,0.05,0.6,7,0\r\n");
        assertThat(PriceBookSheet.read(JUNE, new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(book);
    }

    private static PriceBook read(String csv) throws IOException {
        return PriceBookSheet.read(JUNE, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
