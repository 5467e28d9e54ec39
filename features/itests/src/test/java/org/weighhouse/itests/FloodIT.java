package org.weighhouse.itests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is not logged in costs the dashboard nothing, and nobody keeps the others from it. */
@ExtendWith(DemoProduct.class)
class FloodIT {

    private static final List<String> EVERYWHERE = List.of(
            "/",
            "/?v-r=init&location=login",
            "/?v-r=uidl&v-uiId=0",
            "/?v-r=heartbeat&v-uiId=0",
            "/usage?unit=message_credits",
            "/VAADIN/push?v-r=push",
            "/VAADIN/dynamic/resource/0/x",
            "/login",
            "/login?ended=idle&to=usage",
            "/styles/tokens.css",
            "/icon.svg",
            "/no/such/place");

    @Test
    void guestsHaveNoSessions(Installation installation) throws Exception {
        for (int round = 0; round < 100; round++) {
            for (String place : EVERYWHERE) {
                HttpResponse<Void> got = send(request(installation, place).GET());
                assertThat(got.headers().firstValue("Set-Cookie")).as(place).isEmpty();
                HttpResponse<Void> posted = send(request(installation, place).POST(BodyPublishers.ofString("{}")));
                assertThat(posted.headers().firstValue("Set-Cookie")).as(place).isEmpty();
                assertThat(posted.statusCode()).as(place).isNotEqualTo(500);
            }
        }
    }

    @Test
    void guestsAreLedToTheLoginAndBack(Installation installation) throws Exception {
        HttpResponse<Void> deep =
                send(request(installation, "/no/such/place?x=1").GET());

        assertThat(deep.statusCode()).isEqualTo(302);
        assertThat(deep.headers().firstValue("Location")).hasValue("../../login?to=no%2Fsuch%2Fplace%3Fx%3D1");
        assertThat(location(installation, "/usage?x=1")).endsWith("./usage?x=1");
        assertThat(location(installation, "//evil.example/x")).isEqualTo("./evil.example/x");
        assertThat(location(installation, "https://evil.example/x")).isEqualTo("./https://evil.example/x");
        assertThat(location(installation, "x\r\nSet-Cookie: a=b")).isEqualTo("./");
    }

    @Test
    void aFormOfAnotherSiteLogsNobodyIn(Installation installation) throws Exception {
        HttpResponse<Void> reply = send(login(installation, "").header("Sec-Fetch-Site", "cross-site"));

        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void largeBodiesOfGuestsAreNotRead(Installation installation) throws Exception {
        byte[] part = "[".repeat(1_000_000).getBytes(US_ASCII);
        List<Socket> guests = new ArrayList<>();
        try {
            for (int guest = 0; guest < 51; guest++) {
                Socket socket = open(installation, "127.0.0.1");
                guests.add(socket);
                write(
                        socket,
                        "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 9000000\r\n\r\n");
                try {
                    socket.getOutputStream().write(part);
                } catch (IOException answeredAndClosedAlready) {
                    assertThat(answeredAndClosedAlready).isNotNull();
                }
            }
            assertThat(logIn(installation, "127.0.0.2")).startsWith("HTTP/1.1 303");
        } finally {
            closeAll(guests);
        }
    }

    @Test
    void whoSendsSlowlyKeepsNobodyOut(Installation installation) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int place = 0; place < 400; place++) {
                Socket form = open(installation, "127.0.1." + (1 + place / 20));
                slow.add(form);
                write(
                        form,
                        "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 1000\r\n\r\nuser=");
                Socket head = open(installation, "127.0.0.1");
                slow.add(head);
                write(head, "GET / HTTP/1.1\r\nHost: x\r\nX: ");
            }
            assertThat(logIn(installation, "127.0.0.2")).startsWith("HTTP/1.1 303");
            assertThat(logIn(installation, "127.0.1.1")).startsWith("HTTP/1.1 429");
        } finally {
            closeAll(slow);
        }
    }

    @Test
    void usersHaveBoundsToo(Installation installation) throws Exception {
        String cookie = send(login(installation, ""))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];

        HttpRequest.Builder uidl = request(installation, "/?v-r=uidl&v-uiId=0").header("Cookie", cookie);
        assertThat(send(uidl.POST(BodyPublishers.ofString("x".repeat(300_000)))).statusCode())
                .isEqualTo(413);
        assertThat(send(uidl.POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[10]))))
                        .statusCode())
                .isEqualTo(411);
        for (int page = 0; page < 33; page++) {
            assertThat(send(request(installation, "/?v-r=init&location=")
                                    .header("Cookie", cookie)
                                    .GET())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(heartbeat(installation, cookie, 0)).isNotEqualTo(200);
        assertThat(heartbeat(installation, cookie, 32)).isEqualTo(200);
    }

    private static int heartbeat(Installation installation, String cookie, int page) throws Exception {
        return send(request(installation, "/?v-r=heartbeat&v-uiId=" + page)
                        .header("Cookie", cookie)
                        .POST(BodyPublishers.noBody()))
                .statusCode();
    }

    /** Where somebody is sent after the login. */
    private static String location(Installation installation, String wanted) throws Exception {
        return send(login(installation, wanted))
                .headers()
                .firstValue("Location")
                .orElse("nowhere");
    }

    private static HttpRequest.Builder login(Installation installation, String to) {
        return request(installation, "/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(to)));
    }

    private static String form(String to) {
        return "user=admin&password=" + Installation.ADMIN_PASSWORD + "&to=" + URLEncoder.encode(to, UTF_8);
    }

    private static HttpRequest.Builder request(Installation installation, String place) {
        return HttpRequest.newBuilder(URI.create(installation.ui + place));
    }

    private static HttpResponse<Void> send(HttpRequest.Builder request) throws Exception {
        return Installation.HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    /** The first line of what the login answers to somebody at an address. */
    private static String logIn(Installation installation, String from) throws IOException {
        try (Socket socket = open(installation, from)) {
            String form = form("");
            write(
                    socket,
                    "POST /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
                            + "application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                            + form);
            return new String(socket.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("nothing");
        }
    }

    private static Socket open(Installation installation, String from) throws IOException {
        URI ui = installation.ui;
        Socket socket = new Socket(InetAddress.getByName(ui.getHost()), ui.getPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
