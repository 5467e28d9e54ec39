package org.weighhouse.gateway.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;

/** What platforms put into the heads of their replies. */
class ReplyHeadTest {

    private Optional<GatewayFixture> gateway = Optional.empty();

    @AfterEach
    void close() {
        gateway.ifPresent(GatewayFixture::close);
    }

    @Test
    void aHeadOfSixtyKilobytesPasses() throws Exception {
        Headers large = Headers.NONE;
        for (int field = 0; field < 60; field++) {
            large = large.and("X-" + field, "x".repeat(1_000));
        }

        String answer = answer(200, large);

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("X-59: " + "x".repeat(1_000))
                .endsWith("body");
    }

    @Test
    void aLargerOneIsRefusedInThePlatformsShape() throws Exception {
        String answer = answer(200, Headers.of("X", "x".repeat(200_000)));

        assertThat(answer).startsWith("HTTP/1.1 502").contains("\"ok\":false", "do not just send it again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nSet-Cookie: stolen=1", "a\nSet-Cookie: stolen=1", "a\u0000b", "a\rSet-Cookie: stolen=1"})
    void aFieldCannotMakeAnother(String value) throws Exception {
        assertThat(answer(200, Headers.of("X", value)))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("\nSet-Cookie", "\u0000");
        assertThat(answer(200, Headers.of("X" + value, "v")).split("\r\n\r\n")[0])
                .startsWith("HTTP/1.1 200")
                .doesNotContain("\nSet-Cookie", "\u0000");
    }

    private String answer(int status, Headers headers) throws Exception {
        gateway.ifPresent(GatewayFixture::close);
        byte[] body = "body".getBytes(StandardCharsets.UTF_8);
        GatewayFixture opened = new GatewayFixture()
                .with(new FakeAdapter("telegram", any -> ChannelResponse.of(status, headers, body)));
        gateway = Optional.of(opened);
        return opened.raw("GET /telegram/bot" + KEY + "/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }
}
