package org.weighhouse.channel.telegram.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.adapter.camel.kit.FakeMeter;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Occurrence;
import org.weighhouse.api.Reading;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.kit.AnyAddress;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.TelegramStandIn;

class TelegramPassThroughTest {

    private static final String TOKEN = "4242:AAH-secret_1";
    private static final int FEW_CONNECTIONS = 5;
    private static final String BOT = "/bot" + Door.KEY;

    private final FakeMeter meter = new FakeMeter();
    private final FakeAccounts accounts = new FakeAccounts();
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final TelegramStandIn telegram = new TelegramStandIn(Set.of(TOKEN));
    private final TelegramAdapter adapter =
            new TelegramAdapter(meter, accounts, new AnyAddress(), PassThroughSettings.DEFAULT);
    private final Door door = new Door(adapter);
    private final HttpClient http = HttpClient.newHttpClient();

    TelegramPassThroughTest() {
        telegram.observe(received::add);
        Connections.connect(accounts, "shop bot", telegram.start("127.0.0.1", 0), TOKEN);
    }

    @AfterEach
    void close() {
        http.close();
        door.close();
        adapter.close();
        telegram.close();
    }

    @Test
    void a_json_message_passes_byte_for_byte_and_counts_once() throws Exception {
        String body = "{ \"chat_id\" : 77, \"text\":\"h\u00e4llo \\u00e9 \uD83D\uDE00\", \"new_field\":[1 ,2] }";

        HttpResponse<String> reply = post("/sendMessage", "application/json; charset=utf-8", bytes(body));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(received).hasSize(1);
        assertThat(received.get(0).target()).isEqualTo("/bot" + TOKEN + "/sendMessage");
        assertThat(received.get(0).body()).isEqualTo(bytes(body));
        Occurrence event = meter.settled().get(0);
        assertThat(event.reference().value()).matches("77:\\d+");
        assertThat(reply.body())
                .contains("\"message_id\":" + event.reference().value().substring("77:".length()));
        assertThat(event.reading()).isEqualTo(new Reading.Messages(1));
        assertThat(event.attribution().channel()).isEqualTo("telegram");
        assertThat(event.attribution().messageKind()).isEqualTo("text");
        assertThat(event.attribution().subscriber()).isEqualTo("77");
    }

    @Test
    void form_and_query_messages_count_too() throws Exception {
        post("/sendmessage", "application/x-www-form-urlencoded", bytes("chat_id=%2D100123&text=a+b%26"));
        get("/SENDMESSAGE?chat_id=@shop_news&text=x%20y");

        assertThat(received.get(0).body()).isEqualTo(bytes("chat_id=%2D100123&text=a+b%26"));
        assertThat(received.get(1).query()).isEqualTo("chat_id=@shop_news&text=x%20y");
        assertThat(meter.settled())
                .extracting(event -> event.attribution().subscriber())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("-100123"),
                        // The chat's number, which the reply tells.
                        second -> assertThat(second).matches("-?\\d+"));
    }

    @Test
    void a_multipart_upload_passes_byte_for_byte() throws Exception {
        byte[] picture = new byte[1024 * 1024];
        new Random(7).nextBytes(picture);
        byte[] body = multipart("xYz", picture);

        post("/sendPhoto", "multipart/form-data; boundary=xYz", body);

        assertThat(received.get(0).body()).isEqualTo(body);
        Occurrence event = meter.settled().get(0);
        assertThat(event.attribution().messageKind()).isEqualTo("photo");
        assertThat(event.attribution().subscriber()).isEqualTo("99");
    }

    @Test
    void an_album_counts_as_many_as_the_reply_has() throws Exception {
        post(
                "/sendMediaGroup",
                "application/json",
                bytes("{\"chat_id\":1,\"media\":[{\"type\":\"photo\"},{\"type\":\"photo\"},{\"type\":\"video\"}]}"));
        post("/copyMessages", "application/json", bytes("{\"chat_id\":1,\"from_chat_id\":2,\"message_ids\":[5,6]}"));

        assertThat(meter.estimates()).extracting(Occurrence::reading).containsExactly(messages(3), messages(2));
        assertThat(meter.settled()).extracting(Occurrence::reading).containsExactly(messages(3), messages(2));
        assertThat(meter.settled().get(0).reference().value()).matches("1:\\d+");
    }

    @Test
    void messages_that_telegram_gives_the_same_id_count_each() throws Exception {
        for (int i = 0; i < 3; i++) {
            telegram.answerNext(json("{\"ok\":true,\"result\":{\"message_id\":0,\"chat\":{\"id\":77}}}"));
            post("/sendVideo", "application/json", bytes("{\"chat_id\":77,\"video\":\"x\"}"));
        }

        assertThat(meter.settled())
                .extracting(event -> event.reference().value())
                .containsExactly("77:0", "77:0", "77:0");
    }

    @Test
    void a_bot_is_chosen_by_the_name_of_its_account() throws Exception {
        Connections.connect(accounts, "other bot", URI.create("http://127.0.0.1:1"), "9:other");

        ChannelResponse reply = adapter.handle(
                new ChannelRequest("GET", BOT + "/getMe", "", Headers.NONE, new byte[0], Attribution.NONE, "shop bot"),
                new Caller.Key(Door.WORKSPACE, "k1"));
        ChannelResponse unknown = adapter.handle(
                new ChannelRequest("GET", BOT + "/getMe", "", Headers.NONE, new byte[0], Attribution.NONE, "no bot"),
                new Caller.Key(Door.WORKSPACE, "k1"));

        assertThat(reply.status()).isEqualTo(200);
        reply.body().abandon();
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void idle_long_polls_leave_room_for_senders() throws Exception {
        int polls = FEW_CONNECTIONS + 1;
        CountDownLatch waiting = new CountDownLatch(polls);
        CountDownLatch over = new CountDownLatch(1);
        List<Future<Integer>> replies = new ArrayList<>();
        try (TelegramAdapter narrow = new TelegramAdapter(meter, accounts, new AnyAddress(), fewConnections());
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < polls; i++) {
                telegram.answerNext(new ChannelResponse(200, Headers.NONE, out -> {
                    waiting.countDown();
                    await(over);
                }));
                replies.add(pool.submit(() -> status(narrow, "/getUpdates", "timeout=50")));
            }
            assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(status(narrow, "/sendMessage", "chat_id=1&text=x")).isEqualTo(200);

            over.countDown();
            for (Future<Integer> reply : replies) {
                assertThat(reply.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void what_sends_nothing_costs_nothing() throws Exception {
        get("/getMe");
        post("/sendChatAction", "application/json", bytes("{\"chat_id\":1,\"action\":\"typing\"}"));
        post("/editMessageText", "application/json", bytes("{\"chat_id\":1,\"message_id\":5,\"text\":\"x\"}"));
        HttpResponse<String> file = http.send(
                HttpRequest.newBuilder(URI.create(door.url() + "/file/bot" + Door.KEY + "/photos/a%20b.jpg"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(file.body()).contains("photos/a%20b.jpg");
        assertThat(received).hasSize(4);
        assertThat(meter.estimates()).isEmpty();
    }

    @Test
    void telegrams_own_refusals_pass_and_cost_nothing() throws Exception {
        telegram.answerNext(TelegramStandIn.tooManyRequests(Duration.ofSeconds(5)));

        HttpResponse<String> limited = send("{\"chat_id\":1,\"text\":\"x\"}");
        HttpResponse<String> bad = send("{\"chat_id\":1}");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.body()).contains("\"retry_after\":5");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(meter.settled()).isEmpty();
        assertThat(meter.voided()).isEqualTo(2);
        assertThat(meter.openHolds()).isZero();
    }

    @Test
    void without_credit_nothing_reaches_telegram() throws Exception {
        meter.credits(0);

        HttpResponse<String> reply = send("{\"chat_id\":1,\"text\":\"x\"}");

        assertThat(reply.statusCode()).isEqualTo(402);
        assertThat(reply.body()).startsWith("{\"ok\":false,\"error_code\":402,\"description\":\"Payment Required: ");
        assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/send%4Dessage, application/json, {}, 404",
        "/sendMessage/, application/json, {}, 404",
        "/a, application/json, {}, 404",
        "/sendMessage, application/json, {broken, 400",
        "/sendMessage, multipart/form-data, x, 400",
        "/sendMessage, text/plain, x, 415",
    })
    void bad_input_is_refused_in_telegrams_shape(String method, String type, String body, int code) throws Exception {
        HttpResponse<String> reply = post(method, type, bytes(body));

        assertThat(reply.statusCode()).isEqualTo(code);
        assertThat(reply.body()).startsWith("{\"ok\":false,\"error_code\":" + code + ",\"description\":");
        assertThat(received).isEmpty();
        assertThat(meter.estimates()).isEmpty();
    }

    @Test
    void an_unknown_key_is_unauthorized() throws Exception {
        HttpResponse<String> reply = http.send(
                HttpRequest.newBuilder(URI.create(door.url() + "/bot1:x/getMe")).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).doesNotContain("1:x");
    }

    @Test
    void calls_at_the_same_time_do_not_mix() throws Exception {
        int calls = 300;
        List<Future<String>> replies = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < calls; i++) {
                String json = "{\"chat_id\":" + (i + 1) + ",\"text\":\"number " + i + ".\"}";
                replies.add(pool.submit(() -> send(json).body()));
            }
        }

        for (int i = 0; i < calls; i++) {
            assertThat(replies.get(i).get()).contains("number " + i + ".");
        }
        assertThat(meter.settled()).hasSize(calls);
        assertThat(meter.openHolds()).isZero();
    }

    private static int status(TelegramAdapter narrow, String method, String query) {
        ChannelResponse reply = narrow.handle(
                new ChannelRequest("GET", BOT + method, query, Headers.NONE, new byte[0], Attribution.NONE, ""),
                new Caller.Key(Door.WORKSPACE, "k1"));
        reply.body().abandon();
        return reply.status();
    }

    private static PassThroughSettings fewConnections() {
        PassThroughSettings usual = PassThroughSettings.DEFAULT;
        return new PassThroughSettings(
                FEW_CONNECTIONS,
                usual.maxStreams(),
                usual.connectionWait(),
                usual.connectTimeout(),
                usual.silenceTimeout(),
                usual.holdTimeout(),
                usual.maxReplyBytes(),
                usual.orphanTimeout(),
                usual.unclaimedTimeout(),
                usual.drainTimeout());
    }

    private static ChannelResponse json(String text) {
        return ChannelResponse.of(200, Headers.of("Content-Type", "application/json"), bytes(text));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IOException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Reading messages(int quantity) {
        return new Reading.Messages(quantity);
    }

    private HttpResponse<String> send(String json) throws IOException, InterruptedException {
        return post("/sendMessage", "application/json", bytes(json));
    }

    private HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(door.url() + BOT + target)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String target, String type, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(door.url() + BOT + target))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] multipart(String boundary, byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"chat_id\"\r\n"
                + "Content-Type: image/png\r\n\r\n"));
        out.write(file);
        out.write(bytes("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n99\r\n--"
                + boundary + "--\r\n"));
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
