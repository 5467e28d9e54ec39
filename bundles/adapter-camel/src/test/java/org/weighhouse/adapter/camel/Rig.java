package org.weighhouse.adapter.camel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weighhouse.adapter.camel.base.CamelAdapter;
import org.weighhouse.adapter.camel.kit.Door;
import org.weighhouse.adapter.camel.kit.FakeMeter;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.catalog.AccountDetails;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.UpstreamAddresses;
import org.weighhouse.api.kit.AnyAddress;
import org.weighhouse.api.kit.FakeAccounts;
import org.weighhouse.simulator.upstream.ReceivedRequest;
import org.weighhouse.simulator.upstream.TelegramStandIn;

/** An adapter with a real route between a test and a real HTTP server. */
final class Rig implements AutoCloseable {

    static final Duration SILENCE = Duration.ofSeconds(1);
    static final Headers KEY = Headers.of("X-Key", Door.KEY);
    static final String CREDENTIAL_OF = "credential-of-";

    final FakeMeter meter = new FakeMeter();
    final FakeAccounts accounts = new FakeAccounts();
    final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    final TelegramStandIn upstream = new TelegramStandIn(Set.of("t"));
    final CamelAdapter adapter;

    private static final class TestAdapter extends CamelAdapter {
        TestAdapter(PassThroughSettings settings, FakeMeter meter, FakeAccounts accounts, UpstreamAddresses addresses) {
            super(new TestPlatform(), settings, meter, accounts, addresses, Clock.systemUTC());
        }
    }

    Rig() {
        this(settings(PassThroughSettings.MAX_REPLY_BYTES, Duration.ofSeconds(20)));
    }

    Rig(PassThroughSettings settings) {
        this(settings, new AnyAddress());
    }

    Rig(PassThroughSettings settings, UpstreamAddresses addresses) {
        adapter = new TestAdapter(settings, meter, accounts, addresses);
        upstream.observe(received::add);
        connect(upstream.start("127.0.0.1", 0));
    }

    static PassThroughSettings settings(int maxReplyBytes, Duration unclaimed) {
        return settings(maxReplyBytes, unclaimed, PassThroughSettings.DEFAULT.orphanTimeout());
    }

    static PassThroughSettings settings(int maxReplyBytes, Duration unclaimed, Duration orphan) {
        PassThroughSettings usual = PassThroughSettings.DEFAULT;
        return settings(usual.maxConnections(), usual.maxStreams(), maxReplyBytes, unclaimed, orphan);
    }

    /** With that many connections, a short silence, and a short wait for a connection. */
    static PassThroughSettings settings(
            int maxConnections, int maxStreams, int maxReplyBytes, Duration unclaimed, Duration orphan) {
        PassThroughSettings usual = PassThroughSettings.DEFAULT;
        return new PassThroughSettings(
                maxConnections,
                maxStreams,
                usual.connectionWait(),
                usual.connectTimeout(),
                SILENCE,
                usual.holdTimeout(),
                maxReplyBytes,
                orphan,
                unclaimed,
                Duration.ofSeconds(5));
    }

    /** Connects the workspace's one account, or changes where it leads. */
    void connect(URI url) {
        accounts.list(Door.WORKSPACE).forEach(account -> accounts.disconnect(account.id()));
        connect("main", url, Map.of());
    }

    ChannelAccount connect(String name, URI url, Map<String, String> settings) {
        return accounts.connect(
                Door.WORKSPACE, TestPlatform.ID, new AccountDetails(name, url, settings, secrets(name)));
    }

    static Map<String, Secret> secrets(String account) {
        return Map.of(AccountField.CREDENTIAL, new Secret(CREDENTIAL_OF + account));
    }

    void answerNext(int status, Headers headers, byte[] body) {
        upstream.answerNext(
                ChannelResponse.of(status, headers.and("Content-Length", Integer.toString(body.length)), body));
    }

    void answerNext(int status, String body) {
        answerNext(status, Headers.NONE, body.getBytes(StandardCharsets.UTF_8));
    }

    ChannelResponse send(String method, String target, Headers headers, byte[] body) {
        return send(method, target, headers, body, "", new Caller.Key(Door.WORKSPACE, "k1"));
    }

    private ChannelResponse send(
            String method, String target, Headers headers, byte[] body, String account, Caller caller) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        return adapter.handle(
                new ChannelRequest(method, path, query, headers, body, Attribution.NONE, account), caller);
    }

    /** Over the account that is named. */
    ChannelResponse get(String target, String account) {
        return send("GET", target, KEY, new byte[0], account, new Caller.Key(Door.WORKSPACE, "k1"));
    }

    ChannelResponse get(String target, Caller caller) {
        return send("GET", target, KEY, new byte[0], "", caller);
    }

    ChannelResponse get(String target) {
        return send("GET", target, Headers.NONE, new byte[0]);
    }

    static byte[] body(ChannelResponse response) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            response.body().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String text(ChannelResponse response) {
        return new String(body(response), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        adapter.close();
        upstream.close();
    }
}
