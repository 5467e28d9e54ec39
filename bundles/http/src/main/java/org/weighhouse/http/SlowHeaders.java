package org.weighhouse.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose next request header trickles in for too long. The idle time-out does not see them, for they
 * are never idle.
 */
public final class SlowHeaders extends AbstractLifeCycle implements Connection.Listener {

    private final Duration longest;
    private final Scheduler scheduler;
    private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();
    private volatile Scheduler.Task next = () -> false;

    public SlowHeaders(Duration longest, Scheduler scheduler) {
        this.longest = longest;
        this.scheduler = scheduler;
    }

    /** How many requests and bytes had come, and since when there were no more requests. */
    private record Seen(long messages, long bytes, long sinceNanos) {}

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new Seen(0, 0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    private void schedule() {
        next = scheduler.schedule(this::sweep, Math.max(longest.toMillis() / 4, 10), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        connections.forEach(this::look);
        if (isRunning()) {
            schedule();
        }
    }

    private void look(Connection connection, Seen seen) {
        long messages = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        boolean atWork = messages != connection.getMessagesOut();
        if (atWork || messages != seen.messages() || bytes == seen.bytes()) {
            connections.replace(connection, new Seen(messages, bytes, System.nanoTime()));
        } else if (System.nanoTime() - seen.sinceNanos() > longest.toNanos()) {
            connection.getEndPoint().close();
        }
    }
}
