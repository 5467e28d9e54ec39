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
    void baggageIsUnderstoodOrClearlyRefused(@ForAll("nasty") String value) {
        try {
            assertThat(Baggage.of(Headers.of("baggage", value)).attribution()).isNotNull();
        } catch (ProblemException refused) {
            assertThat(refused.problem().type().status()).isEqualTo(400);
        }
    }

    @Property
    void pathsAreUnderstoodOrClearlyRefused(@ForAll("nasty") String path) {
        try {
            Address address = Address.of("/" + path);
            assertThat(Matrix.attribution(address.parameters())).isNotNull();
            assertThat("/" + path).endsWith(address.rest());
        } catch (ProblemException refused) {
            assertThat(refused.problem().type().status()).isEqualTo(400);
        }
    }

    @Property
    void everyValueThatIsAllowedComesThroughBothWays(
            @ForAll @NotEmpty @StringLength(max = Attribution.MAX_LENGTH) String value) {
        boolean allowed = value.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
        if (allowed) {
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            assertThat(Matrix.attribution(List.of("campaign=" + encoded)).campaign())
                    .isEqualTo(value);
            assertThat(Baggage.of(Headers.of("baggage", "campaign=" + encoded))
                            .attribution()
                            .campaign())
                    .isEqualTo(value);
        }
    }
}
