package org.weighhouse.itests;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** Many people without a key or a login, who ask for too much, or hold on to what they have. */
final class StrangerFloods implements AutoCloseable {

    /** What they do. */
    enum Kind {
        /** Requests that would begin a session, 2,000 a second. */
        SESSIONS,
        /** Pages, 2,000 a second. */
        PAGES,
        /** Guesses of passwords from 200 places, 200 a second. */
        LOGINS,
        /** 400 heads of requests that drip, at both doors. */
        SLOW_HEADS,
        /** 400 bodies that drip, at both doors. */
        SLOW_BODIES,
        /** 2,000 connections on which nothing comes, at both doors. */
        IDLE,
        /** 200 who ask for long answers 20 times a second each, and read none. */
        UNREAD
    }

    private static final int SENDERS = 8;
    private static final int FAST = 2_000;
    private static final int GUESSES = 200;
    private static final int PLACES = 200;
    private static final int SLOW = 200;
    private static final int IDLE = 1_000;
    private static final int UNREAD = 200;
    private static final int DROP_MILLIS = 500;

    private final Installation installation;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final LongAdder done = new LongAdder();
    private volatile boolean over;

    StrangerFloods(Installation installation) {
        this.installation = installation;
    }

    /** Begins, and returns. */
    void begin(Kind kind) {
        switch (kind) {
            case SESSIONS -> repeat(FAST, i -> get("/?v-r=init&location=login"));
            case PAGES ->
                repeat(
                        FAST,
                        i -> get(List.of("/", "/usage", "/login", "/styles/tokens.css")
                                .get(i % 4)));
            case LOGINS -> guess();
            case SLOW_HEADS -> drip(SLOW, "GET /login HTTP/1.1\r\nHost: x\r\nX: ");
            case SLOW_BODIES ->
                drip(
                        SLOW,
                        "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 4000\r\n\r\nuser=");
            case IDLE -> idle();
            case UNREAD -> unread();
        }
    }

    /** How many requests, drops or connections there were. */
    long done() {
        return done.sum();
    }

    private static String get(String place) {
        return "GET " + place + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    /** So many a second in all, over a few connections that are kept, or opened anew when they are closed. */
    private void repeat(int perSecond, IntFunction<String> request) {
        for (int sender = 0; sender < SENDERS; sender++) {
            String from = place(sender);
            threads.submit(() -> {
                for (int i = 0; !over; ) {
                    try (Socket socket = open(installation.ui, from)) {
                        while (!over) {
                            send(socket, request.apply(i++));
                            readSome(socket.getInputStream());
                            done.increment();
                            TimeUnit.MICROSECONDS.sleep(1_000_000L * SENDERS / perSecond);
                        }
                    } catch (IOException closed) {
                        pause();
                    }
                }
                return null;
            });
        }
    }

    private void guess() {
        for (int sender = 0; sender < SENDERS; sender++) {
            threads.submit(() -> {
                while (!over) {
                    int number = ThreadLocalRandom.current().nextInt(PLACES);
                    String form = "user=admin&password=Wrong-" + number + "-orchard";
                    try (Socket socket = open(installation.ui, place(number))) {
                        send(
                                socket,
                                "POST /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type:"
                                        + " application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                                        + "\r\n\r\n" + form);
                        readSome(socket.getInputStream());
                        done.increment();
                    } catch (IOException closed) {
                        pause();
                    }
                    TimeUnit.MICROSECONDS.sleep(1_000_000L * SENDERS / GUESSES);
                }
                return null;
            });
        }
    }

    private void drip(int ofEach, String beginning) {
        for (URI door : List.of(installation.ui, installation.gateway)) {
            for (int i = 0; i < ofEach; i++) {
                String from = place(i / 20);
                threads.submit(() -> {
                    while (!over) {
                        try (Socket socket = open(door, from)) {
                            send(socket, beginning);
                            while (!over) {
                                send(socket, "a");
                                done.increment();
                                TimeUnit.MILLISECONDS.sleep(DROP_MILLIS);
                            }
                        } catch (IOException closed) {
                            pause();
                        }
                    }
                    return null;
                });
            }
        }
    }

    private void idle() {
        for (URI door : List.of(installation.ui, installation.gateway)) {
            for (int i = 0; i < IDLE; i++) {
                String from = place(i / 20);
                threads.submit(() -> {
                    while (!over) {
                        try (Socket socket = open(door, from)) {
                            done.increment();
                            // Until it is closed.
                            socket.getInputStream().read();
                        } catch (IOException closed) {
                            pause();
                        }
                        pause();
                    }
                    return null;
                });
            }
        }
    }

    private void unread() {
        for (int i = 0; i < UNREAD; i++) {
            String from = place(i / 20);
            URI door = i % 2 == 0 ? installation.gateway : installation.ui;
            String request = get(i % 2 == 0 ? "/api/v1/openapi.json" : "/styles/tokens.css");
            threads.submit(() -> {
                while (!over) {
                    try (Socket socket = open(door, from)) {
                        while (!over) {
                            // Blocks when nobody takes any more.
                            send(socket, request);
                            done.increment();
                            pause();
                        }
                    } catch (IOException closed) {
                        pause();
                    }
                }
                return null;
            });
        }
    }

    private static String place(int number) {
        return "127.0." + (20 + number / 250) + "." + (1 + number % 250);
    }

    private Socket open(URI door, String from) throws IOException {
        Socket socket =
                new Socket(InetAddress.getByName(door.getHost()), door.getPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(60_000);
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** What has come of an answer; the rest is in the way of nobody but the next. */
    private static void readSome(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        if (in.read(buffer) < 0) {
            throw new IOException("closed");
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(50);
    }

    @Override
    public void close() {
        over = true;
        sockets.forEach(StrangerFloods::close);
        threads.shutdownNow();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // It is gone.
        }
    }
}
