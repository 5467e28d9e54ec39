package org.weighhouse.gateway.internal.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * A connection's idle time-out, while a request is served: it runs from the beginning of each read or write to its end
 * and at no other time. A model may think for as long as it likes, and a write that begins in the very moment in which
 * the silence before it reaches the time-out is not taken for one that nobody reads. Used by one thread.
 */
public final class IdleTimer implements AutoCloseable {

    private final EndPoint endPoint;
    private final Connector connector;
    private final long timeoutInMillis;

    public IdleTimer(Request request) {
        endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        connector = request.getConnectionMetaData().getConnector();
        timeoutInMillis = endPoint.getIdleTimeout();
        stop();
    }

    /** The request, its reads timed. */
    public Request timed(Request request) {
        return new Request.Wrapper(request) {
            @Override
            public void demand(Runnable available) {
                start();
                super.demand(Invocable.from(Invocable.getInvocationType(available), () -> {
                    stop();
                    available.run();
                }));
            }
        };
    }

    /** The response to {@code request}, its writes timed. */
    public Response timed(Request request, Response response) {
        return new Response.Wrapper(request, response) {
            @Override
            public void write(boolean last, ByteBuffer content, Callback callback) {
                start();
                super.write(last, content, stopping(callback));
            }
        };
    }

    /** Stops before {@code then} is told, for that may begin the next write. */
    private Callback stopping(Callback then) {
        return new Callback.Nested(then) {
            @Override
            public void succeeded() {
                stop();
                super.succeeded();
            }

            @Override
            public void failed(Throwable cause) {
                stop();
                super.failed(cause);
            }
        };
    }

    private void start() {
        if (endPoint instanceof IdleTimeout timer) {
            timer.notIdle();
        }
        endPoint.setIdleTimeout(timeoutInMillis);
    }

    private void stop() {
        endPoint.setIdleTimeout(0);
    }

    /** The request is served; the connection may again be idle for as long as the time-out, or as a stop allows. */
    @Override
    public void close() {
        start();
        // Asked afterwards: a stop that begins in between shortens the time-out itself.
        if (connector instanceof AbstractConnector stopping && stopping.isShutdown()) {
            // Anew, not only shorter: the stop may have set the same, and its alarm been replaced by the longer one
            // above.
            stop();
            endPoint.setIdleTimeout(stopping.getShutdownIdleTimeout());
        }
    }
}
