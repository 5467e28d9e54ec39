package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a careful admin checks first. */
@ExtendWith(DemoProduct.class)
class SecurityIT {

    @Test
    void nothingListensBeyondLoopback(Installation installation) throws Exception {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (int port : List.of(installation.ui.getPort(), installation.gateway.getPort(), installation.sshPort)) {
            for (InetAddress address : outside) {
                assertThatThrownBy(() -> {
                            try (Socket socket = new Socket()) {
                                socket.connect(new InetSocketAddress(address, port), 2_000);
                            }
                        })
                        .as("port %s on %s", port, address)
                        .isInstanceOf(java.io.IOException.class);
            }
        }
    }

    @Test
    void thereIsNoDefaultUser(Installation installation) {
        for (String user : List.of("karaf", "admin", "weighhouse")) {
            try (Shell stranger = installation.shell.as(user, user)) {
                assertThatThrownBy(() -> stranger.run("system:version")).isInstanceOf(java.io.IOException.class);
            }
        }
    }

    /** Whoever reads more into a request than another on its way is told apart from it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /login HTTP/1.1\nHost: x\n\n",
                "GET /login HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n",
                "GET /login HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST /login HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            })
    void theDashboardTakesHttpByTheLetter(String request, Installation installation) throws Exception {
        assertThat(firstLine(installation, "GET /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .isEqualTo("HTTP/1.1 200 OK");
        assertThat(firstLine(installation, request)).startsWith("HTTP/1.1 400 ");
    }

    private static String firstLine(Installation installation, String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", installation.ui.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void accountsLeadNowhereInside(Installation installation) throws Exception {
        Path token = Files.writeString(installation.data.resolve("token"), "123:abc");
        for (String url : List.of(
                "http://169.254.169.254",
                "https://169.254.169.254",
                "http://2130706433",
                "https://10.0.0.1",
                "https://localhost",
                "http://api.telegram.org")) {
            String said = installation.shell.run(
                    "weighhouse:channel-connect -w demo -n inside -u " + url + " -f " + token + " telegram");
            assertThat(said)
                    .as(url)
                    .doesNotContain("Connected")
                    .containsAnyOf("allow = ", "unusual way")
                    .doesNotContain("secret_token");
        }
        assertThat(installation.shell.run("weighhouse:channel-list -w demo")).doesNotContain("inside");
    }

    /** Karaf itself reads a command's options up to its first argument. */
    @Test
    void optionsAfterArgumentsAreRefusedInALineAndChangeNothing(Installation installation) throws Exception {
        String before = installation.shell.run("weighhouse:audit-list -w demo -a credits-given");
        String said = installation.shell.run("weighhouse:top-up message_credits 5 -w demo");

        assertThat(said.strip()).endsWith("too many arguments specified").hasLineCount(1);
        assertThat(installation.shell.run("weighhouse:audit-list -w demo -a credits-given"))
                .isEqualTo(before);
    }

    @Test
    void aViewerFindsTheCommandsOfAViewerAndNoOthers(Installation installation) throws Exception {
        String password = user(installation, "looker", "viewer:demo");
        Path written = installation.data.resolve("written-by-looker");
        try (Shell viewer = installation.shell.as("looker", password)) {
            assertThat(viewer.run("weighhouse:usage")).contains("message_credits");
            assertThat(viewer.run("weighhouse:workspace-list | grep demo")).contains("demo");
            for (String command : List.of(
                    "cat " + installation.data.resolve("secret.key"),
                    "grep . " + installation.data.resolve("secret.key"),
                    "head " + installation.data.resolve("secret.key"),
                    "weighhouse:usage > " + written,
                    "echo written > " + written,
                    "weighhouse:usage | tac " + written,
                    "shell:exec touch " + written,
                    "exec touch " + written,
                    "new java.io.File " + written,
                    "($.context bundles)",
                    "bundle:list",
                    "bundle:headers",
                    "config:list",
                    "log:display",
                    "feature:list",
                    "jaas:realm-list",
                    "system:property",
                    "system:version",
                    "diagnostic:dump-create",
                    "ssh:ssh 127.0.0.1",
                    "shell:source " + installation.data.resolve("secret.key"),
                    "shell:threads",
                    "ls",
                    "weighhouse:workspace-create --plan free intruder",
                    "weighhouse:user-list",
                    "weighhouse:session-list",
                    "weighhouse:status")) {
                assertThat(viewer.run(command))
                        .as(command)
                        .matches("(?s).*(Insufficient credentials|not found|CommandNotFoundException).*");
            }
            assertThat(written).doesNotExist();
        }
        assertThat(installation.shell.run("weighhouse:workspace-list")).doesNotContain("intruder");
    }

    @Test
    void nobodyReachesOtherMachinesThroughTheConsole(Installation installation) throws Exception {
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(installation.shell.forwards(inside.getLocalPort())).isFalse();
        }
    }

    @Test
    void whoIsRemovedIsOutOfTheConsoleAndCannotComeBack(Installation installation) throws Exception {
        String password = user(installation, "leaver", "viewer:demo");
        try (Shell leaver = installation.shell.as("leaver", password);
                ClientSession session = leaver.session()) {
            assertThat(installation.shell.run("weighhouse:session-list")).contains("leaver");
            installation.shell.run("weighhouse:user-remove leaver");

            assertThat(session.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), Duration.ofSeconds(30)))
                    .contains(ClientSession.ClientSessionEvent.CLOSED);
            assertThatThrownBy(() -> leaver.run("weighhouse:usage")).isInstanceOf(java.io.IOException.class);
        }
    }

    /** Makes a user and returns the password. */
    static String user(Installation installation, String name, String role) throws Exception {
        String printed = installation.shell.run("weighhouse:user-create -g -r " + role + " " + name);
        assertThat(printed).contains(name + " is " + role);
        return printed.replaceAll("(?s).*shown only now: (\\S+).*", "$1");
    }

    @Test
    void whatIsSecretIsReadableByItsOwnerOnly(Installation installation) throws Exception {
        // The first connection makes the host's key.
        installation.shell.run("weighhouse:status");
        for (String name : List.of("demo.properties", "secret.key", "etc/host.key")) {
            Path file = installation.data.resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(name)
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(installation.data)))
                .isEqualTo("rwx------");
    }
}
