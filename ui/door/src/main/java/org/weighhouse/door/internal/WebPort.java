package org.weighhouse.door.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.http.ClientConnections;
import org.weighhouse.http.Doorway;
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
        ClientConnections connections = new ClientConnections(limits.maxConnections(), proxies);
        new Doorway(http, tls, connections, REQUEST_TIMEOUT, server.getScheduler()).equip(connector);
        connector.addBean(new NetworkConnectionLimit(limits.maxConnections(), connector));
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setHost(place.host());
        connector.setPort(place.port());
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
