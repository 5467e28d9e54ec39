package org.weighhouse.channel.whatsapp.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.adapter.camel.kit.FakeMeter;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.WebhookRequest;
import org.weighhouse.api.kit.AnyAddress;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.SignedWebhook;
import org.weighhouse.simulator.upstream.WhatsAppEvents;
import org.weighhouse.simulator.upstream.WhatsAppStandIn;

/** The adapter between a door and a stand-in for the Cloud API with two numbers. */
abstract class WhatsAppRig {

    static final String TOKEN = "EAAG-real-token";
    static final String NUMBER = "106540352242922";
    static final String OTHER_NUMBER = "107000000000001";
    static final String APP_SECRET = "9a1bc2";
    static final String VERIFY_TOKEN = "let me in";

    final FakeMeter meter = new FakeMeter();
    final FakeAccounts accounts = new FakeAccounts();
    final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    final WhatsAppStandIn platform = new WhatsAppStandIn(Set.of(TOKEN), Set.of(NUMBER, OTHER_NUMBER));
    final WhatsAppAdapter adapter = new WhatsAppAdapter(meter, accounts, new AnyAddress(), PassThroughSettings.DEFAULT);
    final Door door = new Door(adapter);
    final WhatsAppEvents events = new WhatsAppEvents(APP_SECRET, NUMBER);
    final HttpClient http = HttpClient.newHttpClient();
    final URI url;

    WhatsAppRig() {
        platform.observe(received::add);
        url = platform.start("127.0.0.1", 0);
        connect("support", NUMBER, Map.of());
    }

    @AfterEach
    void close() {
        http.close();
        door.close();
        adapter.close();
        platform.close();
    }

    final ChannelAccount connect(String name, String number, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("phoneNumberId", number);
        return accounts.connect(
                Door.WORKSPACE,
                "whatsapp",
                new AccountDetails(
                        name,
                        url,
                        all,
                        Map.of(
                                "credential", new Secret(TOKEN),
                                "appSecret", new Secret(APP_SECRET),
                                "verifyToken", new Secret(VERIFY_TOKEN))));
    }

    final ChannelAccount account() {
        return accounts.list(Door.WORKSPACE, "whatsapp").getFirst();
    }

    final HttpResponse<String> send(String json) throws IOException, InterruptedException {
        return post("/v25.0/" + NUMBER + "/messages", "application/json", json);
    }

    final HttpResponse<String> post(String target, String type, String body) throws IOException, InterruptedException {
        return call("POST", target, Map.of("Authorization", "Bearer " + Door.KEY, "Content-Type", type), body);
    }

    final HttpResponse<String> call(String method, String target, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door.url() + target))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    final ChannelResponse receive(SignedWebhook webhook) {
        return receive(webhook.headers(), webhook.body());
    }

    final ChannelResponse receive(Headers headers, byte[] body) {
        return adapter.receive(new WebhookRequest("POST", "", headers, body, Instant.now()), account());
    }

    static String text(ChannelResponse response) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            response.body().writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
