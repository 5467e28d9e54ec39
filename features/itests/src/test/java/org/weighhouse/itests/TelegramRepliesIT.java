package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.weighhouse.itests.ScriptedUpstream.Answer;

/** What the Bot API really answers, through the running gateway, and what is counted of it. */
@ExtendWith(DemoProduct.class)
class TelegramRepliesIT {

    @Test
    void videosThatTelegramSchedulesAllHaveTheIdZeroAndAllCount(Installation installation) throws Exception {
        try (ScriptedUpstream upstream = ScriptedUpstream.start(asked -> sent(0, 42, "private", ""))) {
            Tenant tenant = connected(installation, upstream);

            for (int i = 0; i < 3; i++) {
                assertThat(send(tenant, "sendVideo", "chat_id=42&video=abc")).isEqualTo(200);
            }

            assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("3");
        }
    }

    @Test
    void nobodyCanClaimTheIdsOfMessagesThatAreStillToBeSent(Installation installation) throws Exception {
        AtomicInteger ids = new AtomicInteger();
        try (ScriptedUpstream upstream =
                ScriptedUpstream.start(asked -> sent(ids.incrementAndGet(), 42, "private", ""))) {
            Tenant tenant = connected(installation, upstream);
            for (int i = 1; i <= 5; i++) {
                String event = """
                        {"specversion":"1.0","id":"1000:42:%d","source":"telegram","type":"engagement","subject":"%s",
                         "data":{"kind":"click"}}""".formatted(i, tenant.workspace());
                assertThat(tenant.api().event(event).statusCode()).isEqualTo(204);
            }

            for (int i = 0; i < 5; i++) {
                assertThat(send(tenant, "sendMessage", "chat_id=42&text=hi")).isEqualTo(200);
            }

            assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("5");
        }
    }

    @Test
    void aChannelUnderAllItsSpellingsIsOneSubscriber(Installation installation) throws Exception {
        try (ScriptedUpstream upstream =
                ScriptedUpstream.start(asked -> sent(7, -1001234567890L, "channel", ",\"username\":\"AcmeNews\""))) {
            Tenant tenant = connected(installation, upstream);

            for (String chat : List.of("@AcmeNews", "@acmenews", "-1001234567890", "@ACMENEWS")) {
                assertThat(send(tenant, "sendMessage", "text=hi&chat_id=" + chat.replace("@", "%40")))
                        .isEqualTo(200);
            }

            assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("4");
            assertThat(tenant.api().recent("subscribers")).isEqualByComparingTo("1");
        }
    }

    @Test
    void telemetryOfSomebodyElseBlocksNoMessage(Installation installation) throws Exception {
        try (ScriptedUpstream upstream = ScriptedUpstream.start(asked -> sent(7, 42, "private", ""))) {
            Tenant tenant = connected(installation, upstream);

            assertThat(send(tenant, "sendMessage", "chat_id=42&text=hi", "baggage", "campaign=100%,flow=welcome"))
                    .isEqualTo(200);

            assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("1");
            assertThat(tenant.api().get("/metrics").body()).contains("attribution_ignored_total");
        }
    }

    private static Answer sent(int message, long chat, String type, String more) {
        return Answer.json("""
                {"ok":true,"result":{"message_id":%d,"from":{"id":1000,"is_bot":true,"first_name":"Bot"},
                 "chat":{"id":%d,"type":"%s"%s},"date":1795000000,"text":"hi"}}""".formatted(message, chat, type, more));
    }

    private static Tenant connected(Installation installation, ScriptedUpstream upstream) throws Exception {
        return Tenant.create(installation, "growth").connect("telegram", upstream.url(), "1000:scripted");
    }

    private static int send(Tenant tenant, String method, String form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        java.net.URI.create(tenant.telegramApi() + tenant.key() + "/" + method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Installation.HTTP
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
