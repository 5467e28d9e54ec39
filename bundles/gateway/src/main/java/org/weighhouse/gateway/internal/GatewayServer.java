package org.weighhouse.gateway.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.weighhouse.gateway.internal.http.HeaderRules;
import org.weighhouse.gateway.internal.http.ProblemErrorHandler;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Served;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.share.RefusalWatch;
import org.weighhouse.http.ClientConnections;
import org.weighhouse.http.Doorway;
import org.weighhouse.http.Port;

/** The listener: Jetty's core without servlets, each request on a virtual thread. */
public final class GatewayServer implements Port {

    /** Platform threads for accepting and selecting; requests run on virtual ones. */
    private static final int MAX_PLATFORM_THREADS = 64;

    private final Server server;
    private final ServerConnector connector;

    /** @param tls what it shows to whoever connects; empty for plain HTTP */
    public GatewayServer(
            GatewaySettings settings,
            Optional<SSLContext> tls,
            Neighbours neighbours,
            Served served,
            RefusalWatch watch,
            Clock clock) {
        server = new Server(threads());
        ClientConnections connections = new ClientConnections(settings.maxConnections(), neighbours.proxies()::find);
        connector = new ServerConnector(server);
        new Doorway(http(settings), tls, connections, settings.requestTimeout(), server.getScheduler())
                .equip(connector);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(settings.maxConnections(), connector));
        server.setErrorHandler(new ProblemErrorHandler());
        server.setHandler(new GracefulHandler(Door.of(settings, neighbours, served, connections, watch, clock)));
        server.setStopTimeout(settings.shutdownDrain().toMillis());
    }

    @Override
    public void open() throws Exception {
        try {
            server.start();
        } catch (Exception failed) {
            server.stop();
            throw failed;
        }
    }

    @Override
    public int number() {
        return connector.getLocalPort();
    }

    /** Takes no more requests, waits for those at work, then closes. */
    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(MAX_PLATFORM_THREADS);
        pool.setName("weighhouse-gateway");
        pool.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("weighhouse-gateway-", 0).factory()));
        return pool;
    }

    private static HttpConfiguration http(GatewaySettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(settings.maxHeaderBytes());
        http.setMaxResponseHeaderSize(HeaderRules.MAX_HEAD_BYTES);
        http.setIdleTimeout(settings.idleTimeout().toMillis());
        // What follows the first segment belongs to the platform and passes as it came, whatever it is.
        http.setUriCompliance(UriCompliance.UNSAFE);
        return http;
    }
}
