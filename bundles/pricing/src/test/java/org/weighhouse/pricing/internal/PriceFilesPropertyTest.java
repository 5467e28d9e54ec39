package org.weighhouse.pricing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;

/** Whatever a file holds, it is read or refused in words. */
class PriceFilesPropertyTest {

    private interface Reader {
        Object read(ByteArrayInputStream file) throws IOException;
    }

    @Property(tries = 20_000)
    void aRateCardIsReadOrRefused(@ForAll("sheets") String file) throws IOException {
        readOrRefused(file, stream -> RateCardSheet.read(Instant.EPOCH, stream));
    }

    @Property(tries = 20_000)
    void aPriceBookIsReadOrRefused(@ForAll("sheets") String file) throws IOException {
        readOrRefused(file, stream -> PriceBookSheet.read(Instant.EPOCH, stream));
    }

    @Property(tries = 20_000)
    void aPriceListIsReadOrRefused(@ForAll("lists") String file) throws IOException {
        readOrRefused(file, stream -> LiteLlm.read(Set.of("openai"), stream));
    }

    @Property(tries = 20_000)
    void anyBytesAreReadOrRefused(@ForAll byte[] file) throws IOException {
        readOrRefused(file, stream -> RateCardSheet.read(Instant.EPOCH, stream));
        readOrRefused(file, stream -> LiteLlm.read(Set.of("openai"), stream));
    }

    private static void readOrRefused(String file, Reader reader) throws IOException {
        readOrRefused(file.getBytes(StandardCharsets.UTF_8), reader);
    }

    private static void readOrRefused(byte[] file, Reader reader) throws IOException {
        try {
            Object read = reader.read(new ByteArrayInputStream(file));
            assertThat(read).isInstanceOfAny(RateCard.class, PriceBook.class, List.class);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(2_000);
        }
    }

    /** Pieces that files are made of, put together at random. */
    @Provide
    Arbitrary<String> sheets() {
        Arbitrary<String> pieces = Arbitraries.of(
                "row",
                "message",
                "tokens",
                "model",
                "channel",
                "credits",
                "each",
                "input",
                "output",
                ",",
                ";",
                "\t",
                "\n",
                "\r\n",
                "\"",
                "'",
                "=1+1",
                "0.5",
                "1e9",
                "-1",
                "*",
                "",
                " ",
                "\uFEFF",
                "99999999999999999999",
                "ü");
        String header = "row,channel,credits,model,input\n";
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(30).map(list -> String.join("", list)),
                pieces.list().ofMaxSize(30).map(list -> header + String.join("", list)));
    }

    @Provide
    Arbitrary<String> lists() {
        Arbitrary<String> values = Arbitraries.of(
                "1e-06", "0", "-1", "1e999999", "null", "\"x\"", "{}", "[1,{}]", "true", "99999999999999999999", "");
        Arbitrary<String> names = Arbitraries.of(
                "input_cost_per_token",
                "input_cost_per_token_above_200k_tokens",
                "input_cost_per_token_above_999999k_tokens",
                "output_cost_per_token",
                "search_context_cost_per_query",
                "input_cost_per_second");
        Arbitrary<String> fields = names.flatMap(name -> values.map(value -> "\"" + name + "\":" + value));
        return fields.list()
                .ofMaxSize(8)
                .map(list -> "{\"m\":{\"litellm_provider\":\"openai\"" + (list.isEmpty() ? "" : ",")
                        + String.join(",", list) + "}}");
    }
}
