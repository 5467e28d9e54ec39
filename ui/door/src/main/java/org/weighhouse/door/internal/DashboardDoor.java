package org.weighhouse.door.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.api.tls.ServerCertificate;
import org.weighhouse.http.ClientConnections;
import org.weighhouse.http.Doorway;
import org.weighhouse.http.Framing;

/**
 * Makes Pax Web's Jetty as strict as the gateway, and has it speak TLS where there is a certificate. It is registered as a
 * handler because Pax Web hands its server to those; it handles no request. Whoever it depends on may come and go: a change of the
 * handler itself would start all web applications anew.
 */
@Component(service = Handler.class)
public final class DashboardDoor extends Handler.Abstract {

    /** Connections open at once; further ones wait. */
    static final int MAX_CONNECTIONS = 2_048;

    /** Longest time for the head of a request to arrive. */
    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    /** Between two looks whether a certificate that could not be shown now can. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(DashboardDoor.class);

    private final Map<ServerConnector, Optional<SSLContext>> equipped = new HashMap<>();
    private volatile Optional<ServerCertificate> certificate = Optional.empty();
    private volatile Optional<TrustedProxies> proxies = Optional.empty();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return false;
    }

    /** Before the server opens its ports. */
    @Override
    public void setServer(Server server) {
        super.setServer(server);
        equip();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setServerCertificate(ServerCertificate arrived) {
        certificate = Optional.of(arrived);
        equip();
        if (arrived.isRequired() && arrived.context().isEmpty()) {
            Thread.ofVirtual().name("weighhouse-door").start(() -> awaitContext(arrived));
        }
    }

    /** Until then the dashboard itself refuses whoever comes. */
    private void awaitContext(ServerCertificate required) {
        try {
            while (certificate.filter(required::equals).isPresent()
                    && required.context().isEmpty()) {
                Thread.sleep(LOOK_AGAIN);
            }
            equip();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on showing the last one, for whoever knows it is only being replaced. */
    void unsetServerCertificate(ServerCertificate gone) {
        LOG.debug("The certificate's keeper has gone");
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTrustedProxies(TrustedProxies arrived) {
        proxies = Optional.of(arrived);
    }

    void unsetTrustedProxies(TrustedProxies gone) {
        LOG.debug("The list of proxies has gone");
    }

    private synchronized void equip() {
        Optional<Server> server = Optional.ofNullable(getServer());
        Optional<SSLContext> tls = certificate.flatMap(ServerCertificate::context);
        List<ServerConnector> connectors = server.stream()
                .flatMap(each -> Stream.of(each.getConnectors()))
                .filter(ServerConnector.class::isInstance)
                .map(ServerConnector.class::cast)
                .toList();
        equipped.keySet().retainAll(connectors);
        for (ServerConnector connector : connectors) {
            if (!tls.equals(equipped.get(connector))) {
                equip(connector, tls);
            }
        }
    }

    private void equip(ServerConnector connector, Optional<SSLContext> tls) {
        Optional<HttpConfiguration> http = Optional.ofNullable(
                        connector.getConnectionFactory(HttpConnectionFactory.class))
                .map(HttpConnectionFactory::getHttpConfiguration);
        if (http.isEmpty()) {
            LOG.warn("The port {} speaks no HTTP and is left as it is", connector.getPort());
            return;
        }
        boolean running = connector.isRunning();
        try {
            if (running) {
                connector.stop();
            }
            if (!equipped.containsKey(connector)) {
                http.get().addCustomizer((request, headers) -> plain(request));
                connector.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
            }
            new Doorway(
                            http.get(),
                            tls,
                            new ClientConnections(MAX_CONNECTIONS, () -> proxies),
                            REQUEST_TIMEOUT,
                            connector.getScheduler())
                    .equip(connector);
            equipped.put(connector, tls);
            if (running) {
                connector.start();
            }
            LOG.info("The dashboard's port {} speaks {}", connector.getPort(), tls.isPresent() ? "HTTPS" : "HTTP");
        } catch (Exception failed) {
            LOG.error("The dashboard's port {} cannot be opened", connector.getPort(), failed);
        }
    }

    private static Request plain(Request request) {
        if (!new Framing(request).isPlain()) {
            throw new BadMessageException(HttpStatus.BAD_REQUEST_400, "It is not clear where the request ends");
        }
        return request;
    }
}
