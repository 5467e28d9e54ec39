package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Texts;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.gateway.internal.http.ProblemException;

class AttributionPropertiesTest {

    @Provide
    Arbitrary<String> nasty() {
        Arbitrary<String> pieces = Arbitraries.of(
                "campaign",
                "flow",
                "subscriber",
                "=",
                ",",
                ";",
                "%",
                "%4",
                "%zz",
                "%00",
                "%C3%BC",
                "%C3",
                " ",
                "x",
                "/");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(30).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(300));
    }

    @Property
    void baggageNeverHoldsUpAMessage(@ForAll("nasty") String value) {
        Baggage baggage = Baggage.of(Headers.of("baggage", value));

        assertThat(baggage.attribution()).isNotNull();
        assertThat(baggage.ignored()).isBetween(0, Baggage.MAX_MEMBERS + 1);
        assertThat(baggage.others().first("baggage").orElse("").length()).isLessThanOrEqualTo(value.length());
    }

    @Property
    void pathThatIsAllowedHasNoDotSegmentHoweverOftenItIsDecoded(@ForAll("paths") String path) {
        if (PathRule.allows(path)) {
            String read = path;
            for (int i = 0; i < 6; i++) {
                assertThat(read.replace('\\', '/').replaceAll(";[^/]*", "") + "/")
                        .doesNotContain("/./")
                        .doesNotContain("/../")
                        .satisfies(text ->
                                assertThat(text.substring(0, text.length() - 2)).doesNotContain("//"));
                assertThat(slashes(read)).isEqualTo(slashes(path));
                read = decoded(read);
            }
        }
    }

    private static long slashes(String text) {
        return text.chars().filter(c -> c == '/' || c == '\\').count();
    }

    private static String decoded(String text) {
        return text.replaceAll("%2[eE]", ".")
                .replaceAll("%2[fF]", "/")
                .replaceAll("%5[cC]", "\\\\")
                .replaceAll("%3[bB]", ";")
                .replaceAll("%25", "%");
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(
                        "/", ".", "..", "%2e", "%2E", "%252e", "%25", "2e", "%2f", "%5c", "\\", ";x", "%3b", "a", "%")
                .list()
                .ofMaxSize(12)
                .map(list -> "/" + String.join("", list));
    }

    @Property
    void pathsAreUnderstoodOrClearlyRefused(@ForAll("nasty") String path) {
        try {
            Address address = Address.of("/" + path);
            assertThat(Matrix.of(address.parameters())).isNotNull();
            assertThat("/" + path).endsWith(address.rest());
        } catch (ProblemException refused) {
            assertThat(refused.problem().type().status()).isEqualTo(400);
        }
    }

    @Property
    void everyValueThatIsAllowedComesThroughBothWays(
            @ForAll @NotEmpty @StringLength(max = Attribution.MAX_LENGTH) String value) {
        boolean allowed = Texts.isReadable(value) && value.chars().noneMatch(c -> Character.isSurrogate((char) c));
        if (allowed) {
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            assertThat(Matrix.of(List.of("campaign=" + encoded)).attribution().campaign())
                    .isEqualTo(value);
            assertThat(Baggage.of(Headers.of("baggage", "campaign=" + encoded))
                            .attribution()
                            .campaign())
                    .isEqualTo(value);
        }
    }
}
