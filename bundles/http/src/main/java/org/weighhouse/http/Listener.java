package org.weighhouse.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.tls.ServerCertificate;

/** Opens the door, and tries again while its port is somebody else's. Thread-safe. */
public final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final Place place;
    private final Supplier<Optional<ServerCertificate>> certificate;
    private final Function<Optional<SSLContext>, Port> ports;
    private final Duration pause;
    private Optional<Port> open = Optional.empty();
    private boolean closed;
    private volatile Optional<SSLContext> tls = Optional.empty();
    private volatile String problem;
    private volatile int port;

    /**
     * @param certificate whoever knows whether there is one; while nobody does, the door stays shut, for it might have to
     *     speak TLS
     * @param ports makes one for each try
     * @param pause between two of them
     */
    public Listener(
            Place place,
            Supplier<Optional<ServerCertificate>> certificate,
            Function<Optional<SSLContext>, Port> ports,
            Duration pause) {
        this.place = place;
        this.problem = "The " + place.name() + " is starting.";
        this.certificate = certificate;
        this.ports = ports;
        this.pause = pause;
        this.port = place.port();
    }

    /** Opens, now or as soon as it can. */
    public void open() throws Exception {
        if (!isOpened()) {
            LOG.error("{} It is tried again every {} s.", problem, Math.max(1, pause.toSeconds()));
            Thread.ofVirtual().name("weighhouse-" + place.name() + "-opening").start(this::tryAgain);
        }
    }

    /** Opens anew if it is open with another certificate than there is now, or without one. */
    public void certificateArrived() {
        Thread.ofVirtual().name("weighhouse-" + place.name() + "-certificate").start(() -> {
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
        if (closed || open.isEmpty() || now.isEmpty()) {
            return false;
        }
        if (now.get().isRequired() == tls.isPresent() && now.get().context().equals(tls)) {
            return false;
        }
        LOG.info("The {} opens anew with the certificate that it shows from now on", place.name());
        open.get().close();
        open = Optional.empty();
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
        LOG.error("The {} cannot start", place.name(), failed);
        problem = "The " + place.name() + " cannot start; the log says why.";
    }

    /** Whether there is nothing more to try. */
    private synchronized boolean isOpened() throws Exception {
        if (closed || open.isPresent()) {
            return true;
        }
        Optional<ServerCertificate> shown = certificate.get();
        if (shown.isEmpty()) {
            problem = "The " + place.name()
                    + " waits to be told whether it speaks TLS; the bundle weighhouse-access is not running.";
            return false;
        }
        Optional<SSLContext> context = shown.get().context();
        if (shown.get().isRequired() && context.isEmpty()) {
            problem = "The " + place.name() + " has no certificate to show: "
                    + shown.get().problem().orElse("it is being read") + ".";
            return false;
        }
        return isOpened(context);
    }

    private boolean isOpened(Optional<SSLContext> context) throws Exception {
        Port next = ports.apply(context);
        try {
            next.open();
        } catch (IOException taken) {
            problem = "The " + place.name() + " cannot listen on " + place.at(port) + " (" + reason(taken)
                    + "). Free the port, or set another one: " + place.setting() + ".";
            return false;
        }
        open = Optional.of(next);
        tls = context;
        port = next.number();
        problem = "";
        LOG.info("The {} listens on {}", place.name(), url());
        return true;
    }

    /** What the system says, which Jetty says around. */
    private static String reason(IOException failed) {
        Throwable cause = failed.getCause() instanceof IOException inner ? inner : failed;
        return cause.getMessage();
    }

    /** Where it listens, or will, as a URL without a path. */
    public String url() {
        return (tls.isPresent() ? "https://" : "http://") + place.at(port);
    }

    /** What stands against its listening; empty while it does. */
    public Optional<String> problem() {
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }

    @Override
    public synchronized void close() throws Exception {
        closed = true;
        if (open.isPresent()) {
            open.get().close();
            LOG.info("The {} closed", place.name());
        }
    }
}
