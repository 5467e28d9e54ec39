package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.channel.Headers;

class AttributionParsingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "campaign=spring-sale                    | spring-sale | ''       | ''",
                "campaign=spring%20sale,flow=welcome     | spring sale | welcome  | ''",
                " campaign = a ;p=1;q , flow=b;r=2       | a           | b        | ''",
                "campaign=a,campaign=b                   | b           | ''       | ''",
                "campaign=                               | ''          | ''       | ''",
                "Campaign=a                              | ''          | ''       | Campaign=a",
                "userId=alice,campaign=a,trace=x;y=1     | a           | ''       | userId=alice,trace=x;y=1",
                "campaign=a=b                            | a=b         | ''       | ''",
                "campaign=%C3%BC                         | \u00fc      | ''       | ''",
                "campaign                                | ''          | ''       | campaign",
                ",,,                                     | ''          | ''       | ''",
                "broken%zz,campaign=a                    | a           | ''       | broken%zz",
            })
    void baggage(String header, String campaign, String flow, String forwarded) {
        Baggage baggage = Baggage.of(Headers.of("Baggage", header).and("X", "1"));

        assertThat(baggage.attribution().campaign()).isEqualTo(campaign);
        assertThat(baggage.attribution().automationFlow()).isEqualTo(flow);
        assertThat(baggage.others().first("baggage").orElse("")).isEqualTo(forwarded);
        assertThat(baggage.others().first("X")).contains("1");
    }

    @Test
    void everyKeyHasItsPlace() {
        Attribution said = Matrix.attribution(List.of(
                "channel=c", "kind=k", "campaign=a", "flow=f", "feature=e", "model=m", "subscriber=s", "x", "=y"));

        assertThat(said).isEqualTo(new Attribution("c", "k", "a", "f", "e", "m", "s"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/telegram/bot1/x            | telegram | ''            | /bot1/x",
                "/telegram                   | telegram | ''            | ''",
                "/telegram/                  | telegram | ''            | /",
                "/telegram;campaign=a;b/x;y  | telegram | campaign=a,b  | /x;y",
                "/;a=1/x                     | ''       | a=1           | /x",
                "//telegram/x                | ''       | ''            | /telegram/x",
                "*                           | *        | ''            | ''",
            })
    void address(String path, String name, String parameters, String rest) {
        Address address = Address.of(path);

        assertThat(address.name()).isEqualTo(name);
        assertThat(String.join(",", address.parameters())).isEqualTo(parameters);
        assertThat(address.rest()).isEqualTo(rest);
    }
}
