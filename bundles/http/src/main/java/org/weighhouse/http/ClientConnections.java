package org.weighhouse.http;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Connection;
import org.weighhouse.api.access.TrustedProxies;
import org.weighhouse.api.share.SharedPool;

/**
 * The door's connections, shared by client addresses: those of an address that has its share are closed at once. A trusted
 * proxy has as many as it likes.
 */
public final class ClientConnections implements Connection.Listener {

    private final SharedPool pool;
    private final Map<Connection, SharedPool.Part> open = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    private final Supplier<Optional<TrustedProxies>> proxies;

    /** @param proxies those of the moment, if they are known */
    public ClientConnections(int maxConnections, Supplier<Optional<TrustedProxies>> proxies) {
        this.pool = new SharedPool(maxConnections);
        this.proxies = proxies;
    }

    @Override
    public void onOpened(Connection connection) {
        Optional<InetAddress> peer = ClientAddress.peer(connection.getEndPoint().getRemoteSocketAddress());
        if (peer.isPresent()
                && proxies.get().filter(known -> known.isTrusted(peer.get())).isPresent()) {
            return;
        }
        SharedPool.Part part = pool.open(ClientAddress.sharer(peer));
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
