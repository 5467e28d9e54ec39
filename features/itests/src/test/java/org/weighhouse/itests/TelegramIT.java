package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.SendResponse;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.TelegramStandIn;

/** An unmodified Telegram client sends through the real gateway. */
@ExtendWith(DemoProduct.class)
class TelegramIT {

    private static final String TOKEN = "123456:real-bot-token";

    private final BlockingQueue<ReceivedRequest> upstream = new LinkedBlockingQueue<>();
    private TelegramStandIn telegram;

    @BeforeEach
    void startUpstream() {
        telegram = new TelegramStandIn(Set.of(TOKEN));
        telegram.start("127.0.0.1", 0);
        telegram.observe(upstream::add);
    }

    @AfterEach
    void stopUpstream() {
        telegram.close();
    }

    @Test
    void everyMessageCostsExactlyOneCredit(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "growth");
        TelegramBot bot = bot(tenant);

        SendResponse text = bot.execute(new SendMessage(4711L, "Grüße, 世界"));
        SendResponse photo = bot.execute(new SendPhoto(4711L, new byte[] {1, 2, 3, 4}).caption("a photo"));

        assertThat(text.isOk()).as(text.description()).isTrue();
        assertThat(text.message().text()).isEqualTo("Grüße, 世界");
        assertThat(photo.isOk()).as(photo.description()).isTrue();
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("2");
        assertThat(tenant.api().recent("subscribers")).isEqualByComparingTo("1");
    }

    @Test
    void upstreamReceivesByteForByteWhatTheClientSentButForTheCredential(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "growth");
        byte[] body = "{\"chat_id\":42, \"text\" : \"späce & ünïcode \\ud83d\\ude00\",\"x\":[1.0,  2]}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(installation.gateway + "/telegram;campaign=spring%20sale/bot" + tenant.key()
                                + "/sendMessage?parse_mode=HTML&q=%2F%20a+b"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Custom", "one")
                .header("X-Custom", "two")
                .header("baggage", "flow=welcome")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();

        HttpResponse<String> reply = Installation.HTTP.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        ReceivedRequest seen = upstream.take();
        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.target()).isEqualTo("/bot" + TOKEN + "/sendMessage?parse_mode=HTML&q=%2F%20a+b");
        assertThat(seen.body()).isEqualTo(body);
        assertThat(seen.headers().first("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(seen.headers().fields().stream()
                        .filter(field -> field.is("X-Custom"))
                        .map(field -> field.value())
                        .flatMap(value -> List.of(value.split(", ")).stream()))
                .containsExactly("one", "two");
        assertThat(seen.headers().fields())
                .noneMatch(
                        field -> field.name().toLowerCase(java.util.Locale.ROOT).startsWith("camel")
                                || field.value().contains(tenant.key()));
        assertThat(tenant.api()
                        .rows("message_credits", now(-1), now(2), "&groupBy=campaign,flow")
                        .toString())
                .contains("spring sale", "welcome");
    }

    @Test
    void pastAHardLimitNothingIsSentAndNothingIsCharged(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "free").drain(50);
        BigDecimal before = tenant.api().recent("message_credits");

        int sent = concurrently(
                200,
                () -> bot(tenant).execute(new SendMessage(1L, "one of many")).isOk());

        assertThat(sent).isEqualTo(50);
        assertThat(upstream).hasSize(50);
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo(before.add(BigDecimal.valueOf(50)));

        SendResponse refused = bot(tenant).execute(new SendMessage(1L, "one too many"));
        assertThat(refused.isOk()).isFalse();
        assertThat(refused.description()).containsIgnoringCase("credit");
        assertThat(upstream).hasSize(50);
    }

    @Test
    void whatThePlatformRefusesCostsNothing(Installation installation) throws Exception {
        Tenant tenant = connected(installation, "growth");
        telegram.answerNext(TelegramStandIn.error(403, "Forbidden: bot was blocked by the user"));

        SendResponse reply = bot(tenant).execute(new SendMessage(4711L, "hello?"));

        assertThat(reply.errorCode()).isEqualTo(403);
        assertThat(reply.description()).isEqualTo("Forbidden: bot was blocked by the user");
        assertThat(tenant.api().recent("message_credits")).isEqualByComparingTo("0");
    }

    private Tenant connected(Installation installation, String plan) throws Exception {
        return Tenant.create(installation, plan)
                .connect("telegram", telegram.baseUrl().toString(), TOKEN);
    }

    private static TelegramBot bot(Tenant tenant) {
        return new TelegramBot.Builder(tenant.key())
                .apiUrl(tenant.telegramApi())
                .build();
    }

    private static int concurrently(int callers, Callable<Boolean> call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Boolean>> answers = threads.invokeAll(java.util.Collections.nCopies(callers, call));
            int yes = 0;
            for (Future<Boolean> answer : answers) {
                yes += answer.get() ? 1 : 0;
            }
            return yes;
        }
    }

    private static java.time.Instant now(int days) {
        return java.time.Instant.now()
                .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                .plus(java.time.Duration.ofDays(days));
    }
}
