package org.weighhouse.gateway.internal.share;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.io.Connection;
import org.weighhouse.api.share.SharedPool;
import org.weighhouse.gateway.internal.http.ClientAddress;

/** The door's connections, shared by client addresses: those of an address that has its share are closed at once. */
public final class ClientConnections implements Connection.Listener {

    private final SharedPool pool;
    private final Map<Connection, SharedPool.Part> open = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    public ClientConnections(int maxConnections) {
        this.pool = new SharedPool(maxConnections);
    }

    @Override
    public void onOpened(Connection connection) {
        SharedPool.Part part =
                pool.open(ClientAddress.sharer(connection.getEndPoint().getRemoteSocketAddress()));
        if (part.take(1) == SharedPool.Answer.TAKEN) {
            open.put(connection, part);
        } else {
            refused.increment();
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        SharedPool.Part part = open.remove(connection);
        if (part != null) {
            part.close();
        }
    }

    public long count() {
        return pool.used();
    }

    public long refused() {
        return refused.sum();
    }
}
