package org.weighhouse.itests;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** A platform that answers what a test says, byte for byte, one request a connection: HTTP libraries are too well-behaved. */
final class ScriptedUpstream implements AutoCloseable {

    private final ServerSocket server;
    private final Function<Asked, Answer> script;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

    /** A request as it came. */
    record Asked(String method, String target, Map<String, String> headers, String body) {}

    /** A whole reply, head and body; the connection is closed after it. */
    record Answer(byte[] bytes) {

        static Answer json(String body) {
            return json(200, body);
        }

        static Answer json(int status, String body) {
            return of(
                    status,
                    "Content-Type: application/json\r\nContent-Length: " + utf8(body).length + "\r\n",
                    utf8(body));
        }

        /** An event stream that ends as it should. */
        static Answer events(String text) {
            return of(
                    200,
                    "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n",
                    chunked(utf8(text), true));
        }

        /** An event stream whose connection closes before its end. */
        static Answer brokenOff(String text) {
            return of(
                    200,
                    "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n",
                    chunked(utf8(text), false));
        }

        /** An event stream that is compressed, whatever was asked for. */
        static Answer compressed(String text) {
            String head = "Content-Type: text/event-stream\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n";
            return of(200, head, chunked(gzip(utf8(text)), true));
        }

        private static Answer of(int status, String headers, byte[] body) {
            byte[] head = utf8("HTTP/1.1 " + status + " Scripted\r\n" + headers + "Connection: close\r\n\r\n");
            byte[] all = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, all, head.length, body.length);
            return new Answer(all);
        }

        private static byte[] chunked(byte[] body, boolean whole) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int from = 0; from < body.length; from += 4_000) {
                int length = Math.min(4_000, body.length - from);
                out.writeBytes(utf8(Integer.toHexString(length) + "\r\n"));
                out.write(body, from, length);
                out.writeBytes(utf8("\r\n"));
            }
            if (whole) {
                out.writeBytes(utf8("0\r\n\r\n"));
            }
            return out.toByteArray();
        }

        private static byte[] gzip(byte[] plain) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private ScriptedUpstream(ServerSocket server, Function<Asked, Answer> script) {
        this.server = server;
        this.script = script;
    }

    static ScriptedUpstream start(Function<Asked, Answer> script) throws IOException {
        ScriptedUpstream upstream =
                new ScriptedUpstream(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
        Thread.ofVirtual().start(upstream::accept);
        return upstream;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** What was asked so far. */
    List<Asked> asked() {
        return List.copyOf(asked);
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

    private void serve(Socket socket) {
        try (socket) {
            Asked request = read(new BufferedInputStream(socket.getInputStream()));
            asked.add(request);
            OutputStream out = socket.getOutputStream();
            out.write(script.apply(request).bytes());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asked read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        byte[] body = headers.getOrDefault("Transfer-Encoding", "").equals("chunked")
                ? chunks(in)
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        return new Asked(first[0], first[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
