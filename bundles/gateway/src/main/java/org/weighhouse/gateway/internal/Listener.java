package org.weighhouse.gateway.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.channel.Gateway;
import org.weighhouse.gateway.internal.settings.GatewaySettings;

/** Opens the door, and tries again while its port is somebody else's. Thread-safe. */
final class Listener implements Gateway, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final GatewaySettings settings;
    private final Supplier<GatewayServer> servers;
    private final Duration pause;
    private Optional<GatewayServer> server = Optional.empty();
    private boolean closed;
    private volatile String problem = "The gateway is starting.";
    private volatile int port;

    /**
     * @param servers makes one for each try
     * @param pause between two of them
     */
    Listener(GatewaySettings settings, Supplier<GatewayServer> servers, Duration pause) {
        this.settings = settings;
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

    private void tryAgain() {
        try {
            do {
                Thread.sleep(pause);
            } while (!isOpened());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.error("The gateway cannot start", failed);
            problem = "The gateway cannot start; the log says why.";
        }
    }

    /** Whether there is nothing more to try. */
    private synchronized boolean isOpened() throws Exception {
        if (closed) {
            return true;
        }
        GatewayServer next = servers.get();
        try {
            next.start();
        } catch (IOException taken) {
            problem = "The gateway cannot listen on " + address() + " (" + reason(taken)
                    + "). Free the port, or set another one: WEIGHHOUSE_GATEWAY_PORT, or port in org.weighhouse.gateway.";
            return false;
        }
        server = Optional.of(next);
        port = next.port();
        problem = "";
        LOG.info("Gateway listens on {}", address());
        return true;
    }

    /** What the system says, which Jetty says around. */
    private static String reason(IOException failed) {
        Throwable cause = failed.getCause() instanceof IOException inner ? inner : failed;
        return cause.getMessage();
    }

    @Override
    public String address() {
        return settings.host() + ":" + port;
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
