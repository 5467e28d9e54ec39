package org.weighhouse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Kept-alive connections, a thread each, that send one request after the other. The cheapest client there is. */
final class Callers implements AutoCloseable {

    static final int CONNECTIONS = 16;
    private static final String COUNTED = "HTTP/1.1 204";

    private final List<Socket> sockets = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

    Callers(int port) throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            Socket socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            sockets.add(socket);
        }
    }

    /** Returns when every request was answered with 204; throws if one was not. */
    void send(List<byte[]> requests) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Future<Void>> running = new ArrayList<>();
        for (Socket socket : sockets) {
            running.add(threads.submit(() -> {
                byte[] reply = new byte[1_024];
                for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                    exchange(socket, requests.get(i), reply);
                }
                return null;
            }));
        }
        for (Future<Void> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new IOException("a request was not counted", failed.getCause());
            }
        }
    }

    private static void exchange(Socket socket, byte[] request, byte[] reply) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request);
        InputStream in = socket.getInputStream();
        int length = 0;
        while (!endsWithEmptyLine(reply, length)) {
            int count = in.read(reply, length, reply.length - length);
            if (count <= 0) {
                throw new IOException("no whole answer: " + text(reply, length));
            }
            length += count;
        }
        if (!text(reply, Math.min(length, COUNTED.length())).equals(COUNTED)) {
            throw new IOException("not 204: " + text(reply, length));
        }
    }

    private static boolean endsWithEmptyLine(byte[] reply, int length) {
        return length >= 4 && reply[length - 4] == '\r' && reply[length - 2] == '\r' && reply[length - 1] == '\n';
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
