package org.weighhouse.door.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.http.ClientConnections;
import org.weighhouse.http.Doorway;
import org.weighhouse.http.Framing;
import org.weighhouse.http.Place;
import org.weighhouse.http.Port;

/** A port of the dashboard's server, as strict as the gateway's. It is opened anew for another certificate; sessions stay. */
final class WebPort implements Port {

    /** Longest time for the head of a request to arrive. */
    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private final Server server;
    private final ServerConnector connector;

    /**
     * @param maxConnections open at once; further ones wait
     * @param idle without a byte for so long a connection is closed
     */
    record Limits(int maxConnections, Duration idle) {}

    WebPort(
            WebServer web,
            Place place,
            Limits limits,
            Optional<SSLContext> tls,
            Supplier<Optional<TrustedProxies>> proxies) {
        server = web.jetty();
        connector = new ServerConnector(server);
        HttpConfiguration http = new HttpConfiguration();
        http.addCustomizer((request, headers) -> admitted(request));
        ClientConnections connections = new ClientConnections(limits.maxConnections(), proxies);
        new Doorway(http, tls, connections, REQUEST_TIMEOUT, server.getScheduler()).equip(connector);
        connector.addBean(new NetworkConnectionLimit(limits.maxConnections(), connector));
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setHost(place.host());
        connector.setPort(place.port());
    }

    private static Request admitted(Request request) {
        if (HttpMethod.TRACE.is(request.getMethod())) {
            // Its answer would show cookies to scripts.
            throw new HttpException.RuntimeException(HttpStatus.METHOD_NOT_ALLOWED_405);
        }
        if (!new Framing(request).isPlain()) {
            throw new BadMessageException(HttpStatus.BAD_REQUEST_400, "It is not clear where the request ends");
        }
        return request;
    }

    @Override
    public void open() throws Exception {
        server.addConnector(connector);
        try {
            connector.start();
        } catch (Exception failed) {
            server.removeConnector(connector);
            throw failed;
        }
    }

    @Override
    public int number() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        connector.stop();
        server.removeConnector(connector);
    }
}
