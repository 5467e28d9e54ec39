package org.weighhouse.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.weighhouse.gateway.internal.neighbour.Neighbours;
import org.weighhouse.gateway.internal.neighbour.Served;
import org.weighhouse.gateway.internal.settings.GatewaySettings;
import org.weighhouse.gateway.internal.share.RefusalWatch;

class ListenerTest {

    private static Listener listener(int port) {
        GatewaySettings settings = new SettingsForTests().port(port).build();
        return new Listener(
                settings,
                () -> new GatewayServer(
                        settings,
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
            assertThat(listener.address()).matches("127\\.0\\.0\\.1:[1-9]\\d+");
        }
    }
}
