package org.weighhouse.door.internal;

import jakarta.servlet.ServletContainerInitializer;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server behind the dashboard's ports, and the one web application in it. Thread-safe. */
final class WebServer {

    /** Threads for requests; more than the dashboard works on at once. */
    private static final int MAX_THREADS = 200;

    /** How long a stop waits for requests that are worked on. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final Server jetty;
    private final ContextHandlerCollection contexts = new ContextHandlerCollection(true);
    private Optional<Served> served = Optional.empty();

    private record Served(ServletContainerInitializer application, ServletContextHandler context) {}

    private WebServer() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("weighhouse-dashboard");
        jetty = new Server(threads);
        ErrorHandler errors = new ErrorHandler();
        errors.setShowStacks(false);
        errors.setShowCauses(false);
        jetty.setErrorHandler(errors);
        jetty.setHandler(new Admission(contexts));
        jetty.setStopTimeout(STOP_TIMEOUT.toMillis());
    }

    Server jetty() {
        return jetty;
    }

    /** One that has no port yet. */
    static WebServer started() throws Exception {
        WebServer server = new WebServer();
        server.jetty.start();
        return server;
    }

    void stop() throws Exception {
        jetty.stop();
    }

    /** Serves an application instead of the one before. */
    synchronized void serve(ServletContainerInitializer application, Bundle bundle) {
        served.ifPresent(this::undeploy);
        ServletContextHandler context = WebApplication.of(application, bundle);
        try {
            context.setServer(jetty);
            context.start();
            Callback.Completable done = new Callback.Completable();
            contexts.deployHandler(context, done);
            done.get();
            served = Optional.of(new Served(application, context));
            LOG.info("The dashboard is served");
        } catch (Exception failed) {
            LOG.error("The dashboard cannot be served", failed);
        }
    }

    synchronized void leave(ServletContainerInitializer application) {
        served.filter(each -> each.application() == application).ifPresent(this::undeploy);
    }

    /** Why nobody sees a page; empty while they do. */
    synchronized Optional<String> problem() {
        return served.isPresent()
                ? Optional.empty()
                : Optional.of(
                        "The dashboard is not served: its bundle is away, or the log says why it does not start.");
    }

    private void undeploy(Served gone) {
        served = Optional.empty();
        try {
            Callback.Completable done = new Callback.Completable();
            contexts.undeployHandler(gone.context(), done);
            done.get();
            gone.context().stop();
            gone.context().destroy();
        } catch (Exception failed) {
            LOG.warn("The dashboard did not end cleanly", failed);
        }
    }
}
