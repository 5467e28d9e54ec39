package org.weighhouse.gateway.internal;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.MadeUpPassword;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Validity;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.WebhookReceiver;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.api.kit.FakeChannels;
import org.weighhouse.api.kit.FakeTokens;
import org.weighhouse.api.kit.FakeUsers;
import org.weighhouse.api.kit.FakeWorkspaces;
import org.weighhouse.gateway.internal.fake.FakeKeys;
import org.weighhouse.gateway.internal.fake.FakeLedger;
import org.weighhouse.gateway.internal.fake.FakeMeter;
import org.weighhouse.gateway.internal.fake.FakeTopUps;
import org.weighhouse.gateway.internal.fake.FakeUsage;
import org.weighhouse.gateway.internal.fake.SettableClock;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Registry;
import org.weighhouse.gateway.internal.neighbour.Served;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.share.RefusalWatch;

/** A gateway on a free port, with fakes behind it. */
public final class GatewayFixture implements AutoCloseable {

    public static final String KEY = "wh_test_secret_0001";
    public static final String KEY_WITH_DEFAULTS = "wh_test_secret_0002";
    public static final WorkspaceId ACME = new WorkspaceId("acme");
    public static final Instant NOW = Instant.parse("2026-11-23T12:34:56Z");

    public final FakeKeys keys = new FakeKeys();
    public final FakeTokens tokens = new FakeTokens();
    public final FakeUsers users = new FakeUsers();
    public final FakeWorkspaces workspaces = new FakeWorkspaces();
    public final FakeTopUps topUps = new FakeTopUps();
    public final FakeAccounts accounts = new FakeAccounts();
    public final FakeChannels channels = new FakeChannels();
    public final FakeMeter meter = new FakeMeter();
    public final FakeLedger ledger = new FakeLedger();
    public final FakeUsage usage = new FakeUsage();
    public final Neighbours neighbours = new Neighbours();
    public final Served served = new Served();
    public final Registry<ChannelAdapter> adapters = served.adapters();
    public final SettableClock clock = new SettableClock(NOW);
    public final RefusalWatch watch = new RefusalWatch(clock);
    public final HttpClient client = HttpClient.newHttpClient();

    private final GatewayServer server;

    public GatewayFixture() {
        this(settings -> settings);
    }

    public GatewayFixture(UnaryOperator<SettingsForTests> change) {
        keys.put(KEY, "key-1", ACME, Attribution.NONE);
        keys.put(KEY_WITH_DEFAULTS, "key-2", ACME, Attribution.NONE.with(Dimension.CAMPAIGN, "always"));
        neighbours.keys().fill(keys);
        neighbours.channels().fill(channels);
        neighbours.accounts().fill(accounts);
        neighbours.tokens().fill(tokens);
        neighbours.users().fill(users);
        neighbours.topUps().fill(topUps);
        workspaces.save(new Workspace(ACME, "Acme", ZoneId.of("Europe/Vienna"), "free"));
        neighbours.workspaces().fill(workspaces);
        neighbours.meter().fill(meter);
        neighbours.ledger().fill(ledger);
        neighbours.usage().fill(usage);
        GatewaySettings settings = change.apply(new SettingsForTests()).build();
        server = new GatewayServer(settings, Optional.empty(), neighbours, served, watch, clock);
        try {
            server.open();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public GatewayFixture with(ChannelAdapter adapter) {
        adapters.add(adapter.descriptor().id(), adapter);
        return this;
    }

    public GatewayFixture with(WebhookReceiver receiver) {
        served.receivers().add(receiver.channel(), receiver);
        return this;
    }

    /** A new account of a channel; its webhook address. */
    public String webhook(String channel) {
        AccountDetails details = new AccountDetails("main", URI.create("https://api.example"), Map.of(), Map.of());
        ChannelAccount account = accounts.connect(ACME, channel, details);
        return "/webhooks/" + channel + "/" + account.id();
    }

    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.number() + pathAndQuery);
    }

    public HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(uri(pathAndQuery)).timeout(Duration.ofSeconds(60));
    }

    /** A request of the REST API. */
    public HttpRequest.Builder api(String pathAndQuery) {
        return request(pathAndQuery).header("Authorization", "Bearer " + KEY);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    public HttpResponse<String> postJson(String path, String body) {
        return send(
                api(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A token that acts for a new user with these roles. */
    public String token(String user, String... roles) {
        Set<Assignment> given = Stream.of(roles).map(Assignment::parse).collect(Collectors.toSet());
        users.create(user, MadeUpPassword.next(), given, false);
        return tokens.create(user, "test", Validity.ALWAYS).text();
    }

    public Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.number());
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** Sends bytes as they are and reads until the server closes. */
    public String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    public void stop() {
        try {
            server.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        client.close();
        stop();
    }
}
