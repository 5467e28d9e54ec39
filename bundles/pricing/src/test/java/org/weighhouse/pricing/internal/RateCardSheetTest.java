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
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Amount;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.RateCard.MessageRate;
import org.weighhouse.api.catalog.RateCard.TokenRate;

class RateCardSheetTest {

    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Amount ONE = Amount.of(1);

    @Test
    void rowsAreReadInTheirOrderAndBlankMatchesAnything() throws Exception {
        RateCard card = read("""
                row,channel,kind,market,credits,model,input,output,cache_read
                message,whatsapp,marketing,DE,3.5
                message,whatsapp,,,2
                tokens,,,,,gpt-5,1,8,0.1
                tokens,,,,,*,,2
                """);

        assertThat(card)
                .isEqualTo(new RateCard(
                        JUNE,
                        List.of(
                                new MessageRate("whatsapp", "marketing", "DE", Amount.parse("3.5")),
                                new MessageRate("whatsapp", "*", "*", Amount.of(2))),
                        List.of(
                                new TokenRate("gpt-5", ONE, Amount.of(8), Amount.parse("0.1"), ONE, ONE, ONE),
                                new TokenRate("*", ONE, Amount.of(2), ONE, ONE, ONE, ONE))));
    }

    /** With a byte order mark, semicolons, columns in another order, upper case, blank lines and lines of Windows. */
    @Test
    void itIsReadAsSpreadsheetsSaveIt() throws Exception {
        RateCard card = read("\uFEFFCredits;Row;Channel;KIND\r\n\r\n 2 ;message;telegram; photo \r\n;;;\r\n");

        assertThat(card.messages()).containsExactly(new MessageRate("telegram", "photo", "*", Amount.of(2)));
        assertThatThrownBy(() -> read("row;credits\nmessage;1,5\n"))
                .hasMessage("line 2: credits is a number such as 12 or 0.15, not 1,5");
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        RateCard card = new RateCard(
                JUNE,
                List.of(
                        new MessageRate("=cmd", "a,b", "\"x\"", Amount.parse("0.001")),
                        new MessageRate("*", "-1", "ü", Amount.ZERO)),
                List.of(new TokenRate("@m", ONE, Amount.of(2), Amount.of(3), Amount.of(4), Amount.of(5), ONE)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RateCardSheet.write(card, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("row,channel,kind,market,credits,model,input,output,")
                .contains("message,'=cmd,");
        assertThat(RateCardSheet.read(JUNE, new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(card);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message,telegram,,,abc        | line 2: credits is a number such as 12 or 0.15, not abc",
                "message,telegram,,,-1         | line 2: credits is a number",
                "message,telegram,,,1e999999999| line 2: credits is a number",
                "message,telegram,,,0.0001     | line 2: credits has at most three decimals, not 0.0001",
                "message,telegram,,,           | line 2: credits is missing",
                "message,telegram,,,1,gpt      | line 2: a row \"message\" has nothing in the column model",
                "tokens,,,,1,gpt               | line 2: a row \"tokens\" has nothing in the column credits",
                "video,telegram,,,1            | line 2: row is message or tokens",
                ",telegram,,,1                 | line 2: row is message or tokens",
                "message,telegram,,,1,,,       | line 2: has more cells than there are columns",
                "'\"'                          | the file is no CSV",
            })
    void whatIsNotUnderstoodIsRefusedWithItsLine(String line, String why) {
        assertThatThrownBy(() -> read("row,channel,kind,market,credits,model\n" + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "row,channel,price\n", "row,credits,credits\n"})
    void theFirstLineNamesColumns(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column");
    }

    @Test
    void aRowThatIsNeverReachedIsAMistake() {
        assertThatThrownBy(() -> read("""
                        row,channel,kind,credits
                        message,telegram,photo,2
                        message,telegram,,1
                        message,telegram,video,3
                        """)).hasMessage("line 4: is never reached, for line 3 matches all that it does");
    }

    @Test
    void thereIsABoundForRowsAndForBytes() {
        assertThatThrownBy(() -> read("row,kind,credits\n" + "message,x,1\n".repeat(1_001)))
                .hasMessageContaining("1001 rows of messages; at most 1000");
        assertThatThrownBy(() -> read("row,credits\n" + "message,1\n".repeat(10_002)))
                .hasMessageContaining("more than 10000 rows");
        assertThatThrownBy(() -> RateCardSheet.read(JUNE, new Endless())).hasMessageContaining("longer than 16 MiB");
    }

    @Test
    void anotherEncodingIsRefused() {
        byte[] latin = "row,channel,credits\nmessage,ü,1\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> RateCardSheet.read(JUNE, new ByteArrayInputStream(latin)))
                .hasMessage("the file is not UTF-8");
    }

    private static RateCard read(String csv) throws IOException {
        return RateCardSheet.read(JUNE, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    /** A file that does not end. */
    private static final class Endless extends java.io.InputStream {
        @Override
        public int read() {
            return 'x';
        }
    }
}
