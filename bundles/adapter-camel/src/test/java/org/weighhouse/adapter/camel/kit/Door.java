package org.weighhouse.adapter.camel.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.channel.Caller;
import org.weighhouse.api.channel.ChannelAdapter;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;

/** The least a gateway does: HTTP in front of one adapter, one key, one workspace. */
public final class Door implements AutoCloseable {

    public static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    public static final String KEY = "wh_key";

    private static final Set<String> HOP_BY_HOP = Set.of("connection", "transfer-encoding", "keep-alive", "upgrade");

    private final Server server = new Server();
    private final ServerConnector connector;

    public Door(ChannelAdapter adapter) {
        this(adapter, Attribution.NONE);
    }

    public Door(ChannelAdapter adapter, Attribution attribution) {
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setSendDateHeader(false);
        http.setSendServerVersion(false);
        http.setHeaderCacheCaseSensitive(true);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                try {
                    write(answer(adapter, read(request, attribution)), response);
                    callback.succeeded();
                } catch (IOException | RuntimeException e) {
                    callback.failed(e);
                }
                return true;
            }
        });
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ChannelResponse answer(ChannelAdapter adapter, ChannelRequest request) {
        Optional<String> key = adapter.presentedKey(request);
        return key.filter(KEY::equals).isPresent()
                ? adapter.handle(request, new Caller.Key(WORKSPACE, "k1"))
                : adapter.refuse(Refusal.of(Refusal.Reason.UNKNOWN_KEY, "This key is not known."));
    }

    private static ChannelRequest read(Request request, Attribution attribution) throws IOException {
        Headers headers = new Headers(request.getHeaders().stream()
                .map(field -> new Headers.Field(field.getName(), field.getValue() == null ? "" : field.getValue()))
                .toList());
        String target = request.getHttpURI().getPathQuery();
        int mark = target.indexOf('?');
        try (InputStream in = Content.Source.asInputStream(request)) {
            return new ChannelRequest(
                    request.getMethod(),
                    mark < 0 ? target : target.substring(0, mark),
                    mark < 0 ? "" : target.substring(mark + 1),
                    headers.without(field -> HOP_BY_HOP.contains(field.name().toLowerCase(Locale.ROOT))),
                    in.readAllBytes(),
                    attribution,
                    "");
        }
    }

    private static void write(ChannelResponse answer, Response response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().fields().forEach(field -> response.getHeaders().add(field.name(), field.value()));
        OutputStream out = Content.Sink.asOutputStream(response);
        answer.body().writeTo(out);
        out.close();
    }
}
