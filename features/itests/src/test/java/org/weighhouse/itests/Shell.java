package org.weighhouse.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/** The Karaf console, by SSH, as an admin uses it. */
final class Shell implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final int port;
    private final String user;
    private final String password;

    Shell(int port, String user, String password) {
        this.port = port;
        this.user = user;
        this.password = password;
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    /** The same console for somebody else. */
    Shell as(String otherUser, String otherPassword) {
        return new Shell(port, otherUser, otherPassword);
    }

    /** A connection that is logged in. */
    ClientSession session() throws IOException {
        ClientSession session =
                client.connect(user, "127.0.0.1", port).verify(TIMEOUT).getSession();
        session.addPasswordIdentity(password);
        session.auth().verify(TIMEOUT);
        return session;
    }

    /** Whether the server opens a connection to a port of its own machine for us. */
    boolean forwards(int to) throws IOException {
        try (ClientSession session = session();
                ChannelDirectTcpip channel = session.createDirectTcpipChannel(
                        new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", to))) {
            channel.open().verify(TIMEOUT);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** What a command prints, colours taken out. */
    String run(String command) throws IOException {
        try (ClientSession session = session()) {
            try (ChannelExec channel = session.createExecChannel(command);
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                channel.setOut(out);
                channel.setErr(out);
                channel.open().verify(TIMEOUT);
                Set<ClientChannelEvent> seen = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), TIMEOUT);
                if (!seen.contains(ClientChannelEvent.CLOSED)) {
                    throw new IOException("no end of: " + command);
                }
                return out.toString(StandardCharsets.UTF_8).replaceAll("\u001B\\[[0-9;?]*[a-zA-Z]", "");
            }
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
