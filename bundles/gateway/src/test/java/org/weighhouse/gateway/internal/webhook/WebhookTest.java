package org.weighhouse.gateway.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weighhouse.gateway.internal.GatewayFixture.KEY;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.WebhookRequest;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.gateway.internal.GatewayFixture;
import org.weighhouse.gateway.internal.fake.FakeAdapter;
import org.weighhouse.gateway.internal.fake.FakeReceiver;
import org.weighhouse.gateway.internal.settings.Rate;
import org.weighhouse.gateway.internal.settings.WebhookSettings;

class WebhookTest {

    private final FakeReceiver whatsapp = FakeReceiver.answering("whatsapp", "EVENT_RECEIVED");
    private final GatewayFixture gateway = new GatewayFixture(settings -> settings.successorWait(Duration.ofMillis(50))
                    .webhooks(new WebhookSettings(100_000, 256, 1 << 20, new Rate(10, 3), 100)))
            .with(whatsapp);
    private final String address = gateway.webhook("whatsapp");

    @AfterEach
    void close() {
        gateway.close();
    }

    private HttpResponse<String> post(String path) {
        return gateway.send(gateway.request(path).POST(BodyPublishers.ofString("{}")));
    }

    @Test
    void bodyAndQueryReachTheReceiverByteForByte() {
        byte[] body = new byte[100_000];
        new Random(1).nextBytes(body);

        HttpResponse<String> reply = gateway.send(gateway.request(address + "?a=%20b&&c=1%2B1&a=")
                .header("X-Hub-Signature-256", "sha256=00")
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("EVENT_RECEIVED");
        WebhookRequest received = whatsapp.requests().getFirst();
        assertThat(received.body()).isEqualTo(body);
        assertThat(received.query()).isEqualTo("a=%20b&&c=1%2B1&a=");
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.received()).isEqualTo(GatewayFixture.NOW);
        assertThat(received.headers().first("x-hub-signature-256")).contains("sha256=00");
        assertThat(received.headers().fields()).extracting(Headers.Field::name).doesNotContain("Connection");
        assertThat(whatsapp.accounts().getFirst().channel()).isEqualTo("whatsapp");
    }

    @Test
    void platformMayAskByGet() {
        assertThat(gateway.send(gateway.request(address + "?hub.challenge=1")).statusCode())
                .isEqualTo(200);
        assertThat(whatsapp.requests().getFirst().method()).isEqualTo("GET");
        assertThat(whatsapp.requests().getFirst().body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void otherMethodsAreNotAllowed(String method) {
        HttpResponse<String> reply = gateway.send(gateway.request(address).method(method, BodyPublishers.noBody()));

        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(reply.headers().firstValue("allow")).contains("GET, POST");
        assertThat(whatsapp.requests()).isEmpty();
    }

    @Test
    void addressThatIsNobodysDoesNotTellWhatIsWrongWithIt() {
        gateway.with(FakeReceiver.answering("telegram", "fine"));
        String account = address.substring(address.lastIndexOf('/') + 1);
        String expected = withoutInstance(post("/webhooks/nothing/nothing"));

        assertThat(expected).contains("\"status\":404");
        for (String path : new String[] {
            "/webhooks/whatsapp/none",
            "/webhooks/telegram/" + account,
            "/webhooks/nothing/" + account,
            "/webhooks/whatsapp",
            "/webhooks/" + account,
            address + "/",
            address + ";x=1",
            "/webhooks;x=1" + address.substring("/webhooks".length()),
            "/webhooks//" + account
        }) {
            assertThat(withoutInstance(post(path))).as(path).isEqualTo(expected);
        }
        assertThat(whatsapp.requests()).isEmpty();
    }

    private static String withoutInstance(HttpResponse<String> reply) {
        return reply.body().replaceAll("urn:uuid:[0-9a-f-]+", "");
    }

    @Test
    void bodyThatIsTooLongIsRefused() {
        HttpResponse<String> reply =
                gateway.send(gateway.request(address).POST(BodyPublishers.ofByteArray(new byte[100_001])));

        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(whatsapp.requests()).isEmpty();
    }

    @Test
    void accountThatCallsTooOftenIsToldWhenToComeBack() {
        for (int i = 0; i < 3; i++) {
            assertThat(post(address).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> reply = post(address);

        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("retry-after")).contains("1");
        assertThat(post(gateway.webhook("whatsapp")).statusCode()).isEqualTo(200);
        gateway.clock.move(Duration.ofMillis(100));
        assertThat(post(address).statusCode()).isEqualTo(200);
        assertThat(post(address).statusCode()).isEqualTo(429);
    }

    @Test
    void receiverThatIsAwayIsUnavailable() {
        gateway.served.receivers().remove(whatsapp, Duration.ZERO);

        HttpResponse<String> reply = post(address);

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.headers().firstValue("retry-after")).isPresent();
        gateway.with(FakeReceiver.answering("whatsapp", "successor"));
        assertThat(post(address).body()).isEqualTo("successor");
    }

    @Test
    void ledgerOrCatalogThatIsAwayIsUnavailable() {
        gateway.with(new FakeReceiver("whatsapp", any -> {
            throw new LedgerUnavailableException("disk full");
        }));
        assertThat(post(address).statusCode()).isEqualTo(503);
        assertThat(post(address).headers().firstValue("retry-after")).isPresent();

        gateway.neighbours.accounts().empty(gateway.accounts);
        assertThat(post(address).statusCode()).isEqualTo(503);
    }

    @Test
    void receiverThatFailsIsLoggedOnceAndTellsNothing() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            gateway.with(new FakeReceiver("whatsapp", any -> {
                throw new IllegalStateException("bad signature_secret");
            }));
            HttpResponse<String> reply = post(address + "?hub.verify_token=query_secret");
            assertThat(reply.statusCode()).isEqualTo(500);
            assertThat(reply.body()).contains("urn:weighhouse:problem:internal").doesNotContain("secret");
            gateway.stop();
        } finally {
            System.setErr(before);
        }
        String text = log.toString(StandardCharsets.UTF_8);
        assertThat(text).containsOnlyOnce("java.lang.IllegalStateException").doesNotContain("secret");
        assertThat(text)
                .contains("Refused channel=webhooks method=POST status=500 reason=internal", "key=account acc1");
    }

    @Test
    void camelHeadersAreRefused() {
        assertThat(gateway.send(gateway.request(address).header("CamelHttpUri", "x"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void metricsCountWebhooksTogether() {
        post(address);
        post("/webhooks/%22evil/x");

        assertThat(gateway.send(gateway.request("/metrics")).body())
                .contains(
                        "weighhouse_gateway_requests_total{channel=\"webhooks\",status=\"200\"} 1.0\n",
                        "weighhouse_gateway_requests_total{channel=\"webhooks\",status=\"404\"} 1.0\n",
                        "weighhouse_gateway_webhooks_in_flight 0.0\n",
                        "weighhouse_gateway_webhook_bytes 0.0\n")
                .doesNotContain("evil");
    }

    @Test
    void sendersAreServedBesideWebhooks() {
        gateway.with(FakeAdapter.answering("whatsapp", "sent"));
        assertThat(gateway.send(gateway.request("/whatsapp/bot" + KEY + "/x")).body())
                .isEqualTo("sent");
        assertThat(post(address).body()).isEqualTo("EVENT_RECEIVED");
    }
}
