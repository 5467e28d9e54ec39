package org.weighhouse.gateway.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.channel.Gateway;
import org.weighhouse.api.tls.ServerCertificate;
import org.weighhouse.gateway.internal.settings.GatewaySettings;

/** Opens the door, and tries again while its port is somebody else's. Thread-safe. */
final class Listener implements Gateway, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final GatewaySettings settings;
    private final Supplier<Optional<ServerCertificate>> certificate;
    private final Function<Optional<SSLContext>, GatewayServer> servers;
    private final Duration pause;
    private Optional<GatewayServer> server = Optional.empty();
    private boolean closed;
    private volatile Optional<SSLContext> tls = Optional.empty();
    private volatile String problem = "The gateway is starting.";
    private volatile int port;

    /**
     * @param certificate whoever knows whether there is one; while nobody does, the door stays shut, for it might have to
     *     speak TLS
     * @param servers makes one for each try
     * @param pause between two of them
     */
    Listener(
            GatewaySettings settings,
            Supplier<Optional<ServerCertificate>> certificate,
            Function<Optional<SSLContext>, GatewayServer> servers,
            Duration pause) {
        this.settings = settings;
        this.certificate = certificate;
        this.servers = servers;
        this.pause = pause;
        this.port = settings.port();
    }

    /** Opens, now or as soon as it can. */
    void open() throws Exception {
        if (!isOpened()) {
            LOG.error("{} It is tried again every {} s.", problem, Math.max(1, pause.toSeconds()));
            Thread.ofVirtual().name("weighhouse-gateway-opening").start(this::tryAgain);
        }
    }

    /** Opens anew if it is open with another certificate than there is now, or without one. */
    void certificateArrived() {
        Thread.ofVirtual().name("weighhouse-gateway-certificate").start(() -> {
            try {
                if (closeOutdated()) {
                    open();
                }
            } catch (Exception failed) {
                cannotStart(failed);
            }
        });
    }

    private synchronized boolean closeOutdated() throws Exception {
        Optional<ServerCertificate> now = certificate.get();
        if (closed || server.isEmpty() || now.isEmpty()) {
            return false;
        }
        if (now.get().isRequired() == tls.isPresent() && now.get().context().equals(tls)) {
            return false;
        }
        LOG.info("The gateway opens anew with the certificate that it shows from now on");
        server.get().stop();
        server = Optional.empty();
        return true;
    }

    private void tryAgain() {
        try {
            do {
                Thread.sleep(pause);
            } while (!isOpened());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            cannotStart(failed);
        }
    }

    private void cannotStart(Exception failed) {
        LOG.error("The gateway cannot start", failed);
        problem = "The gateway cannot start; the log says why.";
    }

    /** Whether there is nothing more to try. */
    private synchronized boolean isOpened() throws Exception {
        if (closed || server.isPresent()) {
            return true;
        }
        Optional<ServerCertificate> shown = certificate.get();
        if (shown.isEmpty()) {
            problem =
                    "The gateway waits to be told whether it speaks TLS; the bundle weighhouse-access is not running.";
            return false;
        }
        Optional<SSLContext> context = shown.get().context();
        if (shown.get().isRequired() && context.isEmpty()) {
            problem = "The gateway has no certificate to show: "
                    + shown.get().problem().orElse("it is being read") + ".";
            return false;
        }
        return isOpened(context);
    }

    private boolean isOpened(Optional<SSLContext> context) throws Exception {
        GatewayServer next = servers.apply(context);
        try {
            next.start();
        } catch (IOException taken) {
            problem = "The gateway cannot listen on " + address() + " (" + reason(taken)
                    + "). Free the port, or set another one: WEIGHHOUSE_GATEWAY_PORT, or port in org.weighhouse.gateway.";
            return false;
        }
        server = Optional.of(next);
        tls = context;
        port = next.port();
        problem = "";
        LOG.info("Gateway listens on {}", url());
        return true;
    }

    /** What the system says, which Jetty says around. */
    private static String reason(IOException failed) {
        Throwable cause = failed.getCause() instanceof IOException inner ? inner : failed;
        return cause.getMessage();
    }

    private String address() {
        return settings.host() + ":" + port;
    }

    @Override
    public String url() {
        return (tls.isPresent() ? "https://" : "http://") + address();
    }

    @Override
    public Optional<String> problem() {
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }

    @Override
    public synchronized void close() throws Exception {
        closed = true;
        if (server.isPresent()) {
            server.get().stop();
            LOG.info("Gateway closed");
        }
    }
}
