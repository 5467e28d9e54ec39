package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.kit.TestCertificate;

/** With a certificate both doors speak HTTPS and nothing else, and a renewed one is shown without a restart. */
class TlsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void bothDoorsShowTheCertificateAndFollowItsFiles() throws Exception {
        Path folder = DemoProduct.emptyFolder("tls");
        Path chain = folder.resolve("chain.pem").toAbsolutePath();
        Path key = folder.resolve("key.pem").toAbsolutePath();
        TestCertificate first = TestCertificate.make(folder, "EC", "-1d", 365);
        TestCertificate renewed = TestCertificate.make(folder, "RSA", "-1d", 365);
        first.write(chain, key);
        Map<String, String> environment =
                Map.of("WEIGHHOUSE_TLS_CERTIFICATE", chain.toString(), "WEIGHHOUSE_TLS_KEY", key.toString());
        try (Installation installation = Installation.unpacked(folder).with(environment)) {
            URI gateway = https(installation.gateway);
            URI ui = https(installation.ui);
            installation.launch("bin/karaf", "daemon");
            awaitStatus(first, gateway.resolve("/health/ready"), 200);
            awaitStatus(first, ui.resolve("/login"), 200);

            for (URI plain : List.of(installation.gateway.resolve("/health/live"), installation.ui.resolve("/login"))) {
                assertThatThrownBy(() -> get(first, plain, "")).as("%s", plain).isInstanceOf(IOException.class);
            }
            assertThat(installation.shell.run("weighhouse:status"))
                    .containsPattern("TLS +on")
                    .contains("up, " + gateway);
            String cookie = login(first, ui);
            assertThat(get(first, ui.resolve("/usage"), cookie).statusCode()).isEqualTo(200);

            renewed.write(chain, key);
            awaitStatus(renewed, gateway.resolve("/health/ready"), 200);
            awaitStatus(renewed, ui.resolve("/login"), 200);
            // Nobody who is logged in noticed.
            assertThat(get(renewed, ui.resolve("/usage"), cookie).statusCode()).isEqualTo(200);
            assertThat(get(renewed, ui.resolve("/usage"), "").statusCode()).isEqualTo(302);
        }
    }

    private static URI https(URI plain) {
        return URI.create("https://" + plain.getAuthority());
    }

    private static String login(TestCertificate trusted, URI ui) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(ui.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("user=admin&password=" + Installation.ADMIN_PASSWORD))
                .build();
        HttpResponse<Void> response;
        try (HttpClient client = client(trusted)) {
            response = client.send(request, HttpResponse.BodyHandlers.discarding());
        }
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("Secure", "HttpOnly");
        return cookie.replaceAll(";.*", "");
    }

    private static void awaitStatus(TestCertificate trusted, URI uri, int expected) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (status(trusted, uri) != expected) {
            assertThat(Instant.now()).as("%s within %s", uri, PATIENCE).isBefore(end);
            Thread.sleep(200);
        }
    }

    private static int status(TestCertificate trusted, URI uri) throws Exception {
        try {
            return get(trusted, uri, "").statusCode();
        } catch (IOException notYet) {
            return -1;
        }
    }

    private static HttpResponse<String> get(TestCertificate trusted, URI uri, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try (HttpClient client = client(trusted)) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** One each time, for a connection that is kept would not see another certificate. */
    private static HttpClient client(TestCertificate trusted) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusted.client())
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }
}
