package org.weighhouse.adapter.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.Headers;

class GraphCredentialTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "access_token=k|access_token=T%2B1",
                "a=1&access%5Ftoken=k&b=%20|a=1&access_token=T%2B1&b=%20",
                "access_token=k&access_token=x|access_token=T%2B1&access_token=T%2B1",
                "appsecret_proof=0&a=%|a=%",
                "x_access_token=k&accesstoken=k|x_access_token=k&accesstoken=k",
                "&&=&|&&=&",
            })
    void in_a_query_or_form_the_parameter_alone_is_changed(String before, String after) {
        assertThat(GraphCredential.with(request(before, "", ""), account("")).query())
                .isEqualTo(after);
        assertThat(body(GraphCredential.with(request("", FORM, before), account(""))))
                .isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"access_token\":\"k\"}|{\"access_token\":\"T+1\"}",
                "{ \"a\" : [1, {\"access_token\":\"k\"}], \"access_token\" : \"k\\u00e4\\\"\" , \"b\":\"\u00e4\"}"
                        + "|{ \"a\" : [1, {\"access_token\":\"k\"}], \"access_token\" : \"T+1\" , \"b\":\"\u00e4\"}",
                "{\"access_token\":17,\"appsecret_proof\":\"0\"}|{\"access_token\":\"T+1\",\"appsecret_proof\":\"\"}",
                "{\"access_token\":{\"a\":1}}|{\"access_token\":\"T+1\"}",
                "{\"\\u0061ccess_token\":null}|{\"\\u0061ccess_token\":\"T+1\"}",
                "{\"a\":1}|{\"a\":1}",
                "[\"access_token\"]|[\"access_token\"]",
            })
    void in_json_the_value_alone_is_changed(String before, String after) {
        assertThat(body(GraphCredential.with(request("", JSON, before), account(""))))
                .isEqualTo(after);
    }

    @Test
    void a_proof_is_made_anew_with_the_apps_secret() {
        ChannelRequest changed = GraphCredential.with(request("appsecret_proof=00", "", ""), account("secret"));

        // printf 'T+1' | openssl dgst -sha256 -hmac secret
        assertThat(changed.query())
                .isEqualTo("appsecret_proof=416c8c0bdb8b1a8cb332b568d2fece2cc20f08af8409b9cebe7e85808ea97858");
    }

    @Test
    void other_bodies_stay_as_they_are() {
        ChannelRequest request = request("", "multipart/form-data; boundary=b", "access_token=k");

        assertThat(GraphCredential.with(request, account("")).body()).isSameAs(request.body());
    }

    @Test
    void the_header_goes_before_the_parameters() {
        ChannelRequest both =
                request("access_token=query", "", "").withHeaders(Headers.of("authorization", "BEARER  header "));

        assertThat(GraphCredential.presented(both)).contains("header");
        assertThat(GraphCredential.with(both, account("")).headers().first("Authorization"))
                .contains("Bearer T+1");
        assertThat(GraphCredential.presented(request("access_token=query", JSON, "{\"access_token\":\"body\"}")))
                .contains("query");
        assertThat(GraphCredential.presented(request("", JSON, "{\"access_token\":\"body\"}")))
                .contains("body");
        assertThat(GraphCredential.presented(request("", JSON, "{broken"))).isEmpty();
        assertThat(GraphCredential.presented(request("access_token=", "", ""))).isEmpty();
    }

    private static String body(ChannelRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static ChannelRequest request(String query, String type, String body) {
        return new ChannelRequest(
                "POST",
                "/1/messages",
                query,
                type.isEmpty() ? Headers.NONE : Headers.of("Content-Type", type),
                body.getBytes(StandardCharsets.UTF_8),
                Attribution.NONE,
                "");
    }

    private static ChannelAccount account(String appSecret) {
        return new ChannelAccount(
                "acc1",
                new WorkspaceId("acme"),
                "whatsapp",
                "a",
                URI.create("https://graph.facebook.com"),
                Map.of(),
                appSecret.isEmpty()
                        ? Map.of("credential", new Secret("T+1"))
                        : Map.of("credential", new Secret("T+1"), "appSecret", new Secret(appSecret)),
                true);
    }
}
