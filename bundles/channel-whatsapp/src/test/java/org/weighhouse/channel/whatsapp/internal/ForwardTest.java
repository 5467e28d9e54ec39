package org.weighhouse.channel.whatsapp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.SignedWebhook;
import org.weighhouse.simulator.upstream.WhatsAppStandIn;

/** What the platform calls back with, on its way to the bot. The bot is a server that answers what it is told to. */
class ForwardTest extends WhatsAppRig {

    private final WhatsAppStandIn bot = new WhatsAppStandIn(Set.of(), Set.of());
    private final List<ReceivedRequest> forwarded = new CopyOnWriteArrayList<>();
    private final URI botUrl = bot.start("127.0.0.1", 0);
    private final SignedWebhook webhook =
            events.messages(List.of(events.text("wamid.1", "33612345678", Instant.now(), "x")));

    ForwardTest() {
        bot.observe(forwarded::add);
        botAt(botUrl + "/hook?from=weighhouse");
    }

    @AfterEach
    void closeBot() {
        bot.close();
    }

    @Test
    void the_bot_gets_it_as_it_came_and_the_platform_the_bots_answer() {
        bot.answerNext(answer(202, "thanks"));

        ChannelResponse response = receive(webhook);

        assertThat(response.status()).isEqualTo(202);
        assertThat(text(response)).isEqualTo("thanks");
        assertThat(forwarded.get(0).method()).isEqualTo("POST");
        assertThat(forwarded.get(0).target()).isEqualTo("/hook?from=weighhouse");
        assertThat(forwarded.get(0).body()).isEqualTo(webhook.body());
        webhook.headers().fields().forEach(field -> assertThat(
                        forwarded.get(0).headers().first(field.name()))
                .contains(field.value()));
        assertThat(meter.observed()).hasSize(1);
    }

    @Test
    void what_is_not_the_platforms_is_not_passed_on() {
        receive(webhook.headers().without("X-Hub-Signature-256"), webhook.body());

        assertThat(forwarded).isEmpty();
    }

    @Test
    void what_the_bot_does_not_take_comes_again() {
        bot.answerNext(answer(500, "down"));
        assertThat(receive(webhook).status()).isEqualTo(500);

        botAt("http://127.0.0.1:1/");
        assertThat(receive(webhook).status()).isEqualTo(500);
    }

    @Test
    void an_answer_that_is_too_long_is_none() {
        bot.answerNext(answer(200, "x".repeat(1024 * 1024 + 1)));

        assertThat(receive(webhook).status()).isEqualTo(500);
    }

    @Test
    void an_adapter_that_leaves_refuses_for_a_moment() {
        adapter.close();

        ChannelResponse response = receive(webhook);

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers().first("Retry-After")).contains("1");
    }

    private void botAt(String address) {
        accounts.change(
                account().id(),
                new AccountDetails(
                        "support",
                        url,
                        Map.of("phoneNumberId", NUMBER, "botWebhook", address),
                        account().secrets()));
    }

    private static ChannelResponse answer(int status, String text) {
        return ChannelResponse.of(
                status, Headers.of("Content-Type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
    }
}
