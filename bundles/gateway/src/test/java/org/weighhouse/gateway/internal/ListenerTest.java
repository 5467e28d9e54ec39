package org.weighhouse.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.kit.TestCertificate;
import org.weighhouse.api.tls.ServerCertificate;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Served;
import org.weighhouse.gateway.internal.neighbour.Slot;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.share.RefusalWatch;
import org.weighhouse.http.Doorway;
import org.weighhouse.http.Listener;
import org.weighhouse.http.Place;

class ListenerTest {

    @TempDir
    Path folder;

    private final Slot<ServerCertificate> certificate = new Slot<>("certificate");

    @BeforeEach
    void speakPlainly() {
        certificate.fill(new Shown(false, Optional.empty()));
    }

    private record Shown(boolean isRequired, Optional<SSLContext> context) implements ServerCertificate {
        @Override
        public Optional<String> problem() {
            return isRequired && context.isEmpty() ? Optional.of("there is no file x") : Optional.empty();
        }
    }

    private Listener listener(int port) {
        GatewaySettings settings = new SettingsForTests().port(port).build();
        return new Listener(
                new Place("gateway", settings.host(), port, GatewaySettings.PORT_VARIABLE),
                certificate::find,
                tls -> new GatewayServer(
                        settings,
                        tls,
                        new Neighbours(),
                        new Served(),
                        new RefusalWatch(Clock.systemUTC()),
                        Clock.systemUTC()),
                Duration.ofMillis(20));
    }

    @Test
    void aPortThatIsTakenIsSaidAndTriedAgain() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Listener listener = listener(other.getLocalPort())) {
            listener.open();
            assertThat(listener.problem().orElseThrow())
                    .contains("127.0.0.1:" + other.getLocalPort(), "in use", "WEIGHHOUSE_GATEWAY_PORT");

            other.close();

            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                while (listener.problem().isPresent()) {
                    Thread.sleep(5);
                }
            });
            try (Socket bot = new Socket("127.0.0.1", other.getLocalPort())) {
                assertThat(bot.isConnected()).isTrue();
            }
        }
    }

    @Test
    void whatIsClosedIsNotOpenedAnyMore() throws Exception {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = other.getLocalPort();
            Listener listener = listener(port);
            listener.open();
            listener.close();
        }
        Thread.sleep(200);
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void anyFreePortIsNamedOnceItIsKnown() throws Exception {
        try (Listener listener = listener(0)) {
            listener.open();

            assertThat(listener.problem()).isEmpty();
            assertThat(listener.url()).matches("http://127\\.0\\.0\\.1:[1-9]\\d+");
        }
    }

    @Test
    void itOpensToNobodyBeforeItKnowsWhetherItSpeaksTls() throws Exception {
        certificate.empty(certificate.get());
        int port = freePort();
        try (Listener listener = listener(port)) {
            listener.open();
            assertThat(listener.problem().orElseThrow()).contains("weighhouse-access");
            certificate.fill(new Shown(true, Optional.empty()));
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                while (!listener.problem().orElse("").contains("no certificate to show: there is no file x")) {
                    Thread.sleep(5);
                }
            });
            assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class);
            TestCertificate made = TestCertificate.make(folder);
            certificate.fill(new Shown(true, Optional.of(made.server())));

            await(listener, "https://127.0.0.1:" + port);
            assertThat(get(made, listener.url())).isEqualTo(200);
            assertThatThrownBy(() -> get(made, "http://127.0.0.1:" + port)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aCertificateThatIsNamedLaterIsShownFromThenOn() throws Exception {
        TestCertificate made = TestCertificate.make(folder);
        try (Listener listener = listener(freePort())) {
            listener.open();
            assertThat(get(made, listener.url())).isEqualTo(200);
            certificate.fill(new Shown(true, Optional.of(made.server())));
            listener.certificateArrived();
            await(listener, listener.url().replace("http:", "https:"));
            assertThat(get(made, listener.url())).isEqualTo(200);

            // The same again, as when the bundle that knows it was started anew.
            certificate.fill(new Shown(true, certificate.get().context()));
            listener.certificateArrived();
            certificate.fill(new Shown(false, Optional.empty()));
            listener.certificateArrived();
            await(listener, listener.url().replace("https:", "http:"));
            assertThat(get(made, listener.url())).isEqualTo(200);
        }
    }

    /** Drips, so that the idle time-out does not see it. */
    @Test
    void aHandshakeThatTakesTooLongEnds() throws Exception {
        TestCertificate made = TestCertificate.make(folder);
        certificate.fill(new Shown(true, Optional.of(made.server())));
        try (Listener listener = listener(freePort())) {
            listener.open();
            try (Socket slow =
                    new Socket("127.0.0.1", URI.create(listener.url()).getPort())) {
                slow.setSoTimeout(200);
                // A record of a handshake that would have 256 bytes.
                slow.getOutputStream().write(new byte[] {22, 3, 1, 1, 0});
                Instant patience = Instant.now().plus(Doorway.HANDSHAKE_TIMEOUT.multipliedBy(6));
                assertThat(isClosedWhileItDrips(slow, patience)).isTrue();
                assertThat(Instant.now()).isBefore(patience);
            }
            assertThat(get(made, listener.url())).isEqualTo(200);
        }
    }

    private static boolean isClosedWhileItDrips(Socket slow, Instant patience) {
        while (Instant.now().isBefore(patience)) {
            try {
                slow.getOutputStream().write(1);
                if (slow.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException stillOpen) {
                // One more drop.
            } catch (IOException closed) {
                return true;
            }
        }
        return false;
    }

    private static void await(Listener listener, String url) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (listener.problem().isPresent() || !listener.url().equals(url)) {
                Thread.sleep(5);
            }
        });
    }

    private static int get(TestCertificate trusted, String url) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(trusted.client()).build()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url + "/health/live"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
