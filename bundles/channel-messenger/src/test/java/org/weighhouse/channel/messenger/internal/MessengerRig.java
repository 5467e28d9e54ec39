package org.weighhouse.channel.messenger.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import org.weighhouse.simulator.upstream.MessengerEvents;
import org.weighhouse.simulator.upstream.MessengerStandIn;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.SignedWebhook;

/** The adapter between a door and a stand-in for the Send API with one page. */
abstract class MessengerRig {

    static final String TOKEN = "EAAG-page-token";
    static final String PAGE = "102030405060708";
    static final String APP_SECRET = "9a1bc2";
    static final String VERIFY_TOKEN = "let me in";

    final FakeMeter meter = new FakeMeter();
    final FakeAccounts accounts = new FakeAccounts();
    final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    final MessengerStandIn platform = new MessengerStandIn(Set.of(TOKEN), PAGE);
    final MessengerAdapter adapter =
            new MessengerAdapter(meter, accounts, new AnyAddress(), PassThroughSettings.DEFAULT);
    final Door door = new Door(adapter);
    final MessengerEvents events = new MessengerEvents(APP_SECRET, PAGE);
    final HttpClient http = HttpClient.newHttpClient();
    final URI url;

    MessengerRig() {
        platform.observe(received::add);
        url = platform.start("127.0.0.1", 0);
        connect("shop", PAGE);
    }

    @AfterEach
    void close() {
        http.close();
        door.close();
        adapter.close();
        platform.close();
    }

    final ChannelAccount connect(String name, String page) {
        return accounts.connect(
                Door.WORKSPACE,
                "messenger",
                new AccountDetails(
                        name,
                        url,
                        Map.of("pageId", page),
                        Map.of(
                                "credential", new Secret(TOKEN),
                                "appSecret", new Secret(APP_SECRET),
                                "verifyToken", new Secret(VERIFY_TOKEN))));
    }

    final ChannelAccount account() {
        return accounts.list(Door.WORKSPACE, "messenger").getFirst();
    }

    final HttpResponse<String> send(String json) throws IOException, InterruptedException {
        return post("/v25.0/me/messages", "application/json", json);
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
