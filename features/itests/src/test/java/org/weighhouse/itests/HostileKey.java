package org.weighhouse.itests;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody with a good key and bad intent: all at once, as fast as it goes. */
final class HostileKey implements AutoCloseable {

    private static final int SILENT_CALLS = 1_100;
    private static final int DRIPPING = 200;
    private static final int GIANTS = 4;
    private static final int HURRYING = 64;
    private static final int HOLDING = 16;
    private static final int GIANT_BYTES = 20_000_000;

    /** Days, and of nothing: what is held costs nobody anything but memory. */
    private static final String HOLD = "{\"tokens\":{\"provider\":\"openai\",\"output\":0},\"timeoutMs\":604800000}";

    private final Tenant tenant;
    private final ServerSocket silent;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> sockets = new ArrayList<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private volatile boolean over;

    private HostileKey(Tenant tenant, ServerSocket silent) {
        this.tenant = tenant;
        this.silent = silent;
    }

    /** @param plan one that refuses nothing */
    static HostileKey create(Installation installation, String plan) throws IOException {
        ServerSocket silent = new ServerSocket(0, 4_096);
        Tenant tenant = Tenant.create(installation, plan)
                .connect("openai", "http://127.0.0.1:" + silent.getLocalPort(), "sk-silent");
        return new HostileKey(tenant, silent);
    }

    /** Begins with everything, and returns. */
    void begin() throws IOException {
        threads.submit(this::swallow);
        String key = "Authorization: Bearer " + tenant.key() + "\r\n";
        String chat = "{\"model\":\"m\",\"messages\":[]}";
        for (int i = 0; i < SILENT_CALLS; i++) {
            open("POST /openai/v1/chat/completions HTTP/1.1\r\nHost: x\r\n" + key
                    + "Content-Type: application/json\r\nContent-Length: " + chat.length() + "\r\n\r\n" + chat);
        }
        for (int i = 0; i < DRIPPING; i++) {
            open("POST /openai/v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 200000\r\n\r\n" + "x".repeat(100_000));
        }
        byte[] giant = giant();
        repeat(GIANTS, "giant", () -> request("/openai/v1/chat/completions", giant));
        repeat(HOLDING, "hold", () -> request("/api/v1/reservations", HOLD.getBytes(US_ASCII)));
        repeat(HURRYING, "hurry", () -> HttpRequest.newBuilder(
                        URI.create(tenant.installation().gateway + "/api/v1/meters"))
                .header("Authorization", "Bearer " + tenant.key()));
    }

    private static byte[] giant() {
        StringBuilder text = new StringBuilder("{\"model\":\"m\",\"max_tokens\":1,\"messages\":[{}");
        while (text.length() < GIANT_BYTES) {
            text.append(",{}");
        }
        return text.append("]}").toString().getBytes(US_ASCII);
    }

    /** What the platform does: accepts, and answers nothing. */
    private void swallow() {
        try {
            while (!over) {
                keep(silent.accept());
            }
        } catch (IOException closed) {
            over = true;
        }
    }

    private synchronized void keep(Socket socket) {
        sockets.add(socket);
    }

    private void open(String request) throws IOException {
        URI gateway = tenant.installation().gateway;
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        keep(socket);
        try {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
        } catch (IOException refusedAndClosed) {
            answers.merge("broken off", 1, Integer::sum);
        }
    }

    private HttpRequest.Builder request(String path, byte[] body) {
        return HttpRequest.newBuilder(URI.create(tenant.installation().gateway + path))
                .header("Authorization", "Bearer " + tenant.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private interface Request {
        HttpRequest.Builder next();
    }

    private void repeat(int times, String name, Request request) {
        for (int i = 0; i < times; i++) {
            threads.submit(() -> {
                while (!over) {
                    try {
                        HttpResponse<Void> reply =
                                Installation.HTTP.send(request.next().build(), HttpResponse.BodyHandlers.discarding());
                        answers.merge(name + " " + reply.statusCode(), 1, Integer::sum);
                    } catch (IOException broken) {
                        answers.merge(name + " broken off", 1, Integer::sum);
                    }
                }
                return null;
            });
        }
    }

    /** How often it was answered what. */
    Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    @Override
    public void close() throws IOException {
        over = true;
        silent.close();
        synchronized (this) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        threads.close();
    }
}
