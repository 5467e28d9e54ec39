package org.weighhouse.door.internal;

import jakarta.servlet.ServletContainerInitializer;
import java.time.Duration;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.api.tls.ServerCertificate;
import org.weighhouse.http.Listener;
import org.weighhouse.http.Place;

/**
 * Keeps the dashboard's port open, and serves the web application that is there: what registers itself as a
 * {@link ServletContainerInitializer} with {@link #APPLICATION}. Everything it depends on may come and go.
 */
@Component(
        service = HealthCheck.class,
        immediate = true,
        configurationPid = "org.weighhouse.dashboard",
        property = {"hc.name=Dashboard", "hc.tags=weighhouse"})
@Designate(ocd = DoorConfig.class)
public final class DashboardDoor implements HealthCheck {

    /** Environment variable with the port. */
    static final String PORT_VARIABLE = "WEIGHHOUSE_UI_PORT";

    static final int DEFAULT_PORT = 8181;

    /** How a web application says that it is for this door. */
    static final String APPLICATION = "(org.weighhouse.web=dashboard)";

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final WebServer server;
    private final Listener listener;
    private volatile Optional<ServerCertificate> certificate = Optional.empty();
    private volatile Optional<TrustedProxies> proxies = Optional.empty();

    @Activate
    public DashboardDoor(DoorConfig config) throws Exception {
        int port = Place.port(config.port(), PORT_VARIABLE, System.getenv(PORT_VARIABLE), DEFAULT_PORT);
        Place place =
                new Place("dashboard", config.host(), port, PORT_VARIABLE + ", or port in org.weighhouse.dashboard");
        // Started now, for an application that is there already is bound before the component is active.
        server = WebServer.started();
        WebPort.Limits limits =
                new WebPort.Limits(config.maxConnections(), Duration.ofMillis(config.idleTimeoutInMs()));
        listener = new Listener(
                place,
                () -> certificate,
                tls -> new WebPort(server, place, limits, tls, () -> proxies),
                TRY_AGAIN_AFTER);
    }

    @Activate
    void start() throws Exception {
        listener.open();
    }

    @Deactivate
    void stop() throws Exception {
        listener.close();
        server.stop();
    }

    @Override
    public Result execute() {
        return listener.problem()
                .map(why -> new Result(Result.Status.CRITICAL, why))
                .or(() -> server.problem().map(why -> new Result(Result.Status.CRITICAL, why)))
                .orElseGet(() -> new Result(Result.Status.OK, "It is served on " + listener.url() + "."));
    }

    @Reference(
            service = ServletContainerInitializer.class,
            target = APPLICATION,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setApplication(ServletContainerInitializer arrived, ServiceReference<ServletContainerInitializer> from) {
        server.serve(arrived, from.getBundle());
    }

    void unsetApplication(ServletContainerInitializer gone) {
        server.leave(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setServerCertificate(ServerCertificate arrived) {
        certificate = Optional.of(arrived);
        listener.certificateArrived();
    }

    void unsetServerCertificate(ServerCertificate gone) {
        certificate = certificate.filter(kept -> kept != gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTrustedProxies(TrustedProxies arrived) {
        proxies = Optional.of(arrived);
    }

    void unsetTrustedProxies(TrustedProxies gone) {
        proxies = proxies.filter(kept -> kept != gone);
    }
}
