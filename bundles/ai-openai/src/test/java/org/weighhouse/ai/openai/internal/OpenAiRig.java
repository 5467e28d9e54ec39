package org.weighhouse.ai.openai.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import org.weighhouse.simulator.upstream.OpenAiStandIn;
import org.weighhouse.simulator.upstream.ReceivedRequest;

/** The adapter between a client and the stand-in, all over real sockets. */
final class OpenAiRig implements AutoCloseable {

    final FakeMeter meter = new FakeMeter();
    final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    final OpenAiStandIn openAi;
    final HttpClient http = HttpClient.newHttpClient();
    final Door door;
    private final OpenAiAdapter adapter;

    OpenAiRig(OpenAiStandIn.Options options) {
        FakeAccounts accounts = new FakeAccounts();
        openAi = new OpenAiStandIn(Set.of("sk-real"), options, Clock.systemUTC());
        openAi.observe(received::add);
        accounts.connect(
                Door.WORKSPACE,
                "openai",
                new AccountDetails(
                        "main",
                        openAi.start("127.0.0.1", 0),
                        Map.of("organization", "org-1", "project", " "),
                        Map.of(AccountField.CREDENTIAL, new Secret("sk-real"))));
        adapter = new OpenAiAdapter(meter, accounts, new AnyAddress(), PassThroughSettings.DEFAULT, 256);
        door = new Door(adapter);
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(door.url() + target)).header("Authorization", "Bearer " + Door.KEY);
    }

    HttpResponse<String> post(String target, String json) throws IOException, InterruptedException {
        return http.send(
                request(target)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.getBytes(StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    TokenBuckets counted(int index) {
        return ((Reading.Tokens) meter.settled().get(index).reading()).buckets();
    }

    @Override
    public void close() {
        http.close();
        door.close();
        adapter.close();
        openAi.close();
    }
}
