package org.weighhouse.simulator.upstream;

import java.net.URI;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.channel.ChannelResponse;

/**
 * A real HTTP server in the place of a platform. Every request has its virtual thread. Thread-safe; may be started
 * once.
 */
public abstract class StandIn implements AutoCloseable {

    /** Longest request line and headers, in bytes; longer ones get 431. */
    public static final int MAX_HEADER_BYTES = 64 * 1024;

    private static final int JETTY_THREADS = 8;

    private final CopyOnWriteArrayList<Consumer<ReceivedRequest>> observers = new CopyOnWriteArrayList<>();
    private final Queue<ChannelResponse> scripted = new ConcurrentLinkedQueue<>();
    private final Server server;
    private URI baseUrl;

    StandIn() {
        QueuedThreadPool threads = new QueuedThreadPool(JETTY_THREADS);
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(new VirtualThreadPool());
        server = new Server(threads);
        server.setHandler(new StandInHandler(this::receive));
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException if it was started before or the port is taken
     */
    public final synchronized URI start(String host, int port) {
        if (baseUrl != null) {
            throw new IllegalStateException("started before");
        }
        ServerConnector connector = connector(host, port);
        server.addConnector(connector);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot listen on " + host + ":" + port, e);
        }
        baseUrl = URI.create("http://" + host + ":" + connector.getLocalPort());
        return baseUrl;
    }

    /** @throws IllegalStateException if it was not started */
    public final synchronized URI baseUrl() {
        if (baseUrl == null) {
            throw new IllegalStateException("not started");
        }
        return baseUrl;
    }

    /** Calls back with every request, before it is answered, on the request's thread. */
    public final Subscription observe(Consumer<ReceivedRequest> observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    /**
     * Answers a later request with this instead of its own reply; called several times, the replies wait in line. A
     * body that throws breaks the connection off.
     */
    public final void answerNext(ChannelResponse reply) {
        scripted.add(reply);
    }

    /** Ends at once; open requests are broken off. */
    @Override
    public final void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("did not stop", e);
        }
    }

    /** Answers like the platform; called on a virtual thread of the request's own. */
    abstract ChannelResponse answer(ReceivedRequest request);

    private ChannelResponse receive(ReceivedRequest request) {
        observers.forEach(observer -> observer.accept(request));
        return Optional.ofNullable(scripted.poll()).orElseGet(() -> answer(request));
    }

    private ServerConnector connector(String host, int port) {
        HttpConfiguration http = new HttpConfiguration();
        // Whatever a client sends must be seen as it was sent, odd paths included.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setHeaderCacheCaseSensitive(true);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }
}
