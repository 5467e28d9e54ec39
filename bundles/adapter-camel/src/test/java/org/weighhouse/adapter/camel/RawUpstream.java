package org.weighhouse.adapter.camel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that answers requests with whatever bytes a test writes, one after the other over connections that stay. */
final class RawUpstream implements AutoCloseable {

    private final ServerSocket server;
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();

    /** Writes what comes instead of a reply; the connection closes when it throws. */
    @FunctionalInterface
    interface Reply {
        void write(OutputStream out) throws IOException;

        static Reply of(String text) {
            return out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** The text, and then the end of the connection. */
        static Reply last(String text) {
            return out -> {
                of(text).write(out);
                throw new IOException("that was all");
            };
        }

        /** The first text, then the second one again and again until nobody reads. */
        static Reply endless(String first, String again) {
            return out -> {
                of(first).write(out);
                byte[] bytes = again.repeat(Math.max(1, 8_192 / again.length())).getBytes(StandardCharsets.ISO_8859_1);
                while (true) {
                    out.write(bytes);
                }
            };
        }
    }

    RawUpstream() {
        try {
            server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    void next(Reply reply) {
        replies.add(reply);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Requests have no bodies here. */
    private void serve(Socket socket) {
        try (socket) {
            while (readHead(socket.getInputStream())) {
                replies.take().write(socket.getOutputStream());
            }
        } catch (IOException over) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean readHead(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int read = in.read();
            if (read < 0) {
                return false;
            }
            newlines = read == '\n' ? newlines + 1 : read == '\r' ? newlines : 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
