package org.weighhouse.itests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The dashboard behind a proxy: what a trusted one says counts, and what anybody else says does not. */
@ExtendWith(DemoProduct.class)
class ProxyIT {

    private static final String STRANGER = "127.0.0.3";
    private static final String TLS = "X-Forwarded-Proto: https\r\n";

    @Test
    void theCookieGoesOverTlsOnlyIfTheProxySpeaksIt(Installation installation) throws Exception {
        String behindTls = logIn(installation, Installation.PROXY, TLS, Installation.ADMIN_PASSWORD);
        String plain = logIn(installation, Installation.PROXY, "", Installation.ADMIN_PASSWORD);
        String claimed = logIn(installation, STRANGER, TLS, Installation.ADMIN_PASSWORD);

        for (String answer : List.of(behindTls, plain, claimed)) {
            assertThat(answer).startsWith("HTTP/1.1 303").contains("HttpOnly", "SameSite=Lax", "Location: ./\r\n");
        }
        assertThat(behindTls).contains("; Secure", "Strict-Transport-Security: max-age=");
        assertThat(plain).doesNotContain("Secure", "Strict-Transport-Security");
        assertThat(claimed).doesNotContain("Secure", "Strict-Transport-Security");
    }

    @Test
    void whoGuessesThroughTheProxyWaitsAloneAndCannotPassForAnother(Installation installation) throws Exception {
        String guesser = "X-Forwarded-For: 203.0.113.66\r\n";
        String last = "";
        for (int i = 0; i < 50 && !last.startsWith("HTTP/1.1 429"); i++) {
            last = logIn(installation, Installation.PROXY, guesser, "wrong password " + i);
        }
        assertThat(last).startsWith("HTTP/1.1 429");

        String spoofed = "X-Forwarded-For: 198.51.100.9, 203.0.113.66\r\n";
        assertThat(logIn(installation, Installation.PROXY, spoofed, Installation.ADMIN_PASSWORD))
                .startsWith("HTTP/1.1 429");
        String admin = "X-Forwarded-For: 203.0.113.67\r\n";
        assertThat(logIn(installation, Installation.PROXY, admin, Installation.ADMIN_PASSWORD))
                .startsWith("HTTP/1.1 303");
        assertThat(logIn(installation, STRANGER, guesser, Installation.ADMIN_PASSWORD))
                .startsWith("HTTP/1.1 303");
    }

    @Test
    void pagesNameNothingFromTheRoot(Installation installation) throws Exception {
        String in = logIn(installation, STRANGER, "", Installation.ADMIN_PASSWORD);
        String cookie = in.lines()
                .filter(line -> line.startsWith("Set-Cookie: "))
                .map(line -> line.substring("Set-Cookie: ".length()).split(";")[0])
                .findFirst()
                .orElseThrow();

        for (String place : List.of("/", "/usage?unit=message_credits", "/login")) {
            String page = ask(installation, STRANGER, "GET " + place + " HTTP/1.1\r\nCookie: " + cookie + "\r\n", "");
            assertThat(page).as(place).doesNotContainPattern("(?i)(href|src|action)=[\"']/");
            assertThat(page).as(place).doesNotContainPattern("(?i)location: (/|http)");
        }
    }

    private static String logIn(Installation installation, String from, String fields, String password)
            throws IOException {
        String form = "user=admin&password=" + password.replace(' ', '+');
        return ask(
                installation,
                from,
                "POST /login HTTP/1.1\r\n" + fields + "Content-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + form.length() + "\r\n",
                form);
    }

    private static String ask(Installation installation, String from, String head, String body) throws IOException {
        URI ui = installation.ui;
        try (Socket socket =
                new Socket(InetAddress.getByName(ui.getHost()), ui.getPort(), InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write((head + "Host: weighhouse.example\r\nConnection: close\r\n\r\n" + body).getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
