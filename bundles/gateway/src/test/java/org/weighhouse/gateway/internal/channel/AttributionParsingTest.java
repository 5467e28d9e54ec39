package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.channel.Headers;

class AttributionParsingTest {

    private static final String TOO_LONG = "123456789012345678901234567890123456789012345678901234567890"
            + "123456789012345678901234567890123456789012345678901234567890123456789";

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
                "campaign=a+b%2Bc                        | a+b+c       | ''       | ''",
                "campaign=100%25,flow=f                  | 100%        | f        | ''",
                "campaign=a;p=\"x\";q=%zz                 | a           | ''       | ''",
                "account=x,key=y,market=z,campaign=a     | a           | ''       | account=x,key=y,market=z",
                "campaign=%C3%BC                         | \u00fc      | ''       | ''",
                "campaign                                | ''          | ''       | campaign",
                ",,,                                     | ''          | ''       | ''",
                "broken%zz,campaign=a                    | a           | ''       | broken%zz",
                "  ,campaign=a,, ,x=1,                   | a           | ''       | x=1",
            })
    void baggage(String header, String campaign, String flow, String forwarded) {
        Baggage baggage = Baggage.of(Headers.of("Baggage", header).and("X", "1"));

        assertThat(baggage.attribution().campaign()).isEqualTo(campaign);
        assertThat(baggage.attribution().automationFlow()).isEqualTo(flow);
        assertThat(baggage.others().first("baggage").orElse("")).isEqualTo(forwarded);
        assertThat(baggage.others().first("X")).contains("1");
        assertThat(baggage.ignored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%",
                "%",
                "%4",
                "%zz",
                "%ff",
                "%C3",
                "%0Aevil",
                "%00",
                "%7f",
                "fr\u00fchling",
                "\u00c3\u00bc",
                TOO_LONG
            })
    void malformedMembersAreLeftOutAndCounted(String value) {
        Baggage baggage = Baggage.of(Headers.of("baggage", "flow=before,flow=" + value + ",campaign=a,trace=7"));

        assertThat(baggage.attribution().automationFlow()).isEqualTo("before");
        assertThat(baggage.attribution().campaign()).isEqualTo("a");
        assertThat(baggage.others().first("baggage")).contains("trace=7");
        assertThat(baggage.ignored()).isEqualTo(1);
    }

    @Test
    void baggageBeyondTheLimitsIsNotLookedAt() {
        String many = "x=1,".repeat(Baggage.MAX_MEMBERS - 1);
        assertThat(Baggage.of(Headers.of("baggage", many + "flow=f,x=2")))
                .satisfies(
                        most -> assertThat(most.attribution().automationFlow()).isEqualTo("f"))
                .satisfies(most -> assertThat(most.ignored()).isEqualTo(1));
        assertThat(Baggage.of(Headers.of("baggage", many + "x=2,flow=f")).attribution())
                .isEqualTo(Attribution.NONE);

        String longest = "x=" + "y".repeat(Baggage.MAX_LENGTH - 9) + ",flow=f";
        assertThat(longest).hasSize(Baggage.MAX_LENGTH);
        assertThat(Baggage.of(Headers.of("baggage", longest)).attribution().automationFlow())
                .isEqualTo("f");
        assertThat(Baggage.of(Headers.of("baggage", longest + "g")).attribution())
                .isEqualTo(Attribution.NONE);
    }

    @Test
    void limitsHoldForAllBaggageHeadersTogether() {
        Headers headers =
                Headers.of("baggage", "x=1,".repeat(Baggage.MAX_MEMBERS)).and("baggage", "flow=f");

        assertThat(Baggage.of(headers).attribution()).isEqualTo(Attribution.NONE);
        assertThat(Baggage.of(headers).ignored()).isEqualTo(1);
    }

    @Test
    void accountOfTheMatrixIsNoAttribution() {
        Matrix matrix = Matrix.of(List.of("account=Main%20number", "key=k", "market=AT", "campaign=c"));

        assertThat(matrix.account()).isEqualTo("Main number");
        assertThat(matrix.attribution()).isEqualTo(Attribution.NONE.with(Dimension.CAMPAIGN, "c"));
    }

    @Test
    void everyKeyHasItsPlace() {
        Attribution said = Matrix.of(List.of(
                        "channel=c",
                        "kind=k",
                        "campaign=a",
                        "flow=f",
                        "feature=e",
                        "model=m",
                        "subscriber=s",
                        "x",
                        "=y"))
                .attribution();

        assertThat(said).isEqualTo(new Attribution("c", "k", "a", "f", "e", "m", "", "", "", "s"));
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
