package org.weighhouse.ai.gemini.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weighhouse.adapter.camel.PassThroughSettings;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.adapter.camel.kit.FakeMeter;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.kit.AnyAddress;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.simulator.upstream.GeminiStandIn;
import org.weighhouse.simulator.upstream.ReceivedRequest;

/** The adapter between a client and the stand-in, all over real sockets. */
final class GeminiRig implements AutoCloseable {

    static final String REAL_KEY = "AIza-real";

    final FakeMeter meter = new FakeMeter();
    final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    final GeminiStandIn gemini = new GeminiStandIn(Set.of(REAL_KEY));
    final HttpClient http = HttpClient.newHttpClient();
    final Door door;
    private final GeminiAdapter adapter;

    GeminiRig() {
        FakeAccounts accounts = new FakeAccounts();
        gemini.observe(received::add);
        accounts.connect(
                Door.WORKSPACE,
                "gemini",
                new AccountDetails(
                        "main",
                        gemini.start("127.0.0.1", 0),
                        Map.of(),
                        Map.of(AccountField.CREDENTIAL, new Secret(REAL_KEY))));
        adapter = new GeminiAdapter(meter, accounts, new AnyAddress(), PassThroughSettings.DEFAULT, 256);
        door = new Door(adapter);
    }

    HttpResponse<String> send(String method, String target, String json, String... headers)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(door.url() + target))
                        .header("Content-Type", "application/json")
                        .headers(headers)
                        .method(method, HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    TokenBuckets counted(int index) {
        return tokens(index).buckets();
    }

    Reading.Tokens tokens(int index) {
        return (Reading.Tokens) meter.settled().get(index).reading();
    }

    @Override
    public void close() {
        http.close();
        door.close();
        adapter.close();
        gemini.close();
    }
}
