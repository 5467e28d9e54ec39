package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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

    @Test
    void aViewerMayLookAndNotTouch(Installation installation) throws Exception {
        installation.shell.run("jaas:realm-manage --index 1; jaas:user-add looker Look-1234;"
                + " jaas:group-add looker lookers; jaas:group-role-add lookers viewer;"
                + " jaas:group-role-add lookers ssh; jaas:update");
        try (Shell viewer = installation.shell.as("looker", "Look-1234")) {
            assertThat(viewer.run("bundle:list")).contains("Weighhouse");
            assertThat(viewer.run("bundle:install mvn:org.weighhouse/weighhouse-api/0.1.0"))
                    .doesNotContain("Bundle ID");
            assertThat(viewer.run("weighhouse:workspace-create --plan free intruder"))
                    .doesNotContain("created");
        }
        assertThat(installation.shell.run("weighhouse:workspace-list")).doesNotContain("intruder");
    }

    @Test
    void whatIsSecretIsReadableByItsOwnerOnly(Installation installation) throws Exception {
        for (String name : List.of("demo.properties", "secret.key")) {
            Path file = installation.data.resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(name)
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(installation.data.resolve("etc/users.properties")))
                .doesNotContain(Installation.ADMIN_PASSWORD);
    }
}
