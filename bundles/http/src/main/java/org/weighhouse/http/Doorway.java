package org.weighhouse.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * How a port is served: HTTP/1.1 by the letter, over TLS where there is a certificate and nothing else then, no connection that
 * dawdles, connections shared by client addresses.
 *
 * @param http of the port; made strict
 * @param tls empty for plain HTTP
 * @param requestTimeout longest time for the head of a request to arrive
 * @param scheduler of the server
 */
public record Doorway(
        HttpConfiguration http,
        Optional<SSLContext> tls,
        ClientConnections connections,
        Duration requestTimeout,
        Scheduler scheduler) {

    /** From connecting to having spoken about keys. */
    public static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

    /** Equips a connector that is not started. */
    public void equip(ServerConnector connector) {
        http.setSendServerVersion(false);
        http.setHttpCompliance(HttpCompliance.STRICT);
        HttpConnectionFactory requests = new HttpConnectionFactory(http);
        requests.addBean(new SlowHeaders(requestTimeout, scheduler));
        List<AbstractConnectionFactory> factories =
                tls.isPresent() ? List.of(handshakes(tls.get()), requests) : List.of(requests);
        // Each connection is counted once, as it comes.
        factories.getFirst().addBean(connections);
        connector.setConnectionFactories(List.copyOf(factories));
        connector.setDefaultProtocol(factories.getFirst().getProtocol());
    }

    private SslConnectionFactory handshakes(SSLContext shown) {
        // Certificates need not name the address by which somebody comes; clients look at that themselves.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslConnectionFactory handshakes = new SslConnectionFactory(context(shown), HttpVersion.HTTP_1_1.asString());
        handshakes.addBean(new SlowHandshakes(HANDSHAKE_TIMEOUT, scheduler));
        return handshakes;
    }

    private static SslContextFactory.Server context(SSLContext context) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(context);
        factory.setSniRequired(false);
        return factory;
    }
}
