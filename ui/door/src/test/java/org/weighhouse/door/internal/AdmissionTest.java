package org.weighhouse.door.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new Admission(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.write(true, ByteBuffer.wrap("page".getBytes(StandardCharsets.UTF_8)), callback);
                return true;
            }
        }));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void theNextRequestOnTheConnectionIsAnsweredAfterAMethodThatIsNotServed() throws Exception {
        try (LocalConnector.LocalEndPoint connection = connector.connect()) {
            connection.addInputAndExecute("TRACE / HTTP/1.1\r\nHost: here\r\nCookie: secret\r\n\r\n");
            assertThat(connection.getResponse())
                    .startsWith("HTTP/1.1 405 ")
                    .doesNotContain("secret", "Connection: close");
            connection.addInputAndExecute("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
            assertThat(connection.getResponse()).startsWith("HTTP/1.1 200 ").endsWith("page");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST / HTTP/1.0\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void aRequestWithoutAClearEndIsTheLastAndItsSenderIsTold(String request) throws Exception {
        assertThat(connector.getResponse(request)).startsWith("HTTP/1.1 400 ").contains("Connection: close");
    }
}
