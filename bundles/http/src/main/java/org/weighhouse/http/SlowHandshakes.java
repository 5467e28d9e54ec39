package org.weighhouse.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose TLS handshake takes too long. The idle time-out does not see those that drip, and a handshake is no
 * request that {@link SlowHeaders} would see.
 */
final class SlowHandshakes implements Connection.Listener {

    private final Duration longest;
    private final Scheduler scheduler;
    private final Map<Connection, Scheduler.Task> pending = new ConcurrentHashMap<>();

    SlowHandshakes(Duration longest, Scheduler scheduler) {
        this.longest = longest;
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection ssl) {
            pending.put(
                    connection,
                    scheduler.schedule(
                            () -> connection.getEndPoint().close(), longest.toMillis(), TimeUnit.MILLISECONDS));
            ssl.addHandshakeListener(new SslHandshakeListener() {
                @Override
                public void handshakeSucceeded(Event event) {
                    done(connection);
                }
            });
        }
    }

    @Override
    public void onClosed(Connection connection) {
        done(connection);
    }

    private void done(Connection connection) {
        Scheduler.Task task = pending.remove(connection);
        if (task != null) {
            task.cancel();
        }
    }
}
