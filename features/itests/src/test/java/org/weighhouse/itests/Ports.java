package org.weighhouse.itests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that are started later. Each is handed out once, and all are below those that the system gives to
 * connections: whatever happens until the server listens, nobody else gets it.
 */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(LAST - FIRST));

    private Ports() {}

    static int free() {
        while (true) {
            int port = FIRST + NEXT.getAndIncrement() % (LAST - FIRST + 1);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
    }
}
