package org.weighhouse.access.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.kit.TestCertificate;

class ConfiguredCertificateTest {

    @TempDir
    Path folder;

    private Optional<ConfiguredCertificate> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(ConfiguredCertificate::close);
    }

    private CertificateFiles files() {
        return new CertificateFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
    }

    private ConfiguredCertificate open() {
        ConfiguredCertificate certificate =
                new ConfiguredCertificate(Optional.of(files()), Duration.ofMillis(20), InstantSource.system());
        open = Optional.of(certificate);
        return certificate;
    }

    private void write(TestCertificate certificate) throws Exception {
        certificate.write(files().certificate(), files().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void theCertificateInTheFilesIsShown(String kind) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, kind, "-1d", 365);
        write(certificate);
        ConfiguredCertificate shown = open();

        assertThat(shown.isRequired()).isTrue();
        assertThat(shown.problem()).isEmpty();
        assertThat(seenBy(certificate, shown.context().orElseThrow())).isEqualTo("CN=" + kind + " of a test");
    }

    @Test
    void aRenewedOneIsShownToTheNextThatConnects() throws Exception {
        TestCertificate old = TestCertificate.make(folder, "RSA", "-1d", 365);
        TestCertificate renewed = TestCertificate.make(folder, "EC", "-1d", 365);
        write(old);
        ConfiguredCertificate shown = open();
        SSLContext context = shown.context().orElseThrow();
        assertThat(seenBy(old, context)).isEqualTo("CN=RSA of a test");
        write(renewed);

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (!sees(renewed, context)) {
                Thread.sleep(10);
            }
        });
        assertThat(shown.context()).containsSame(context);
        assertThat(shown.problem()).isEmpty();
    }

    @Test
    void oneThatIsHalfRenewedOrBrokenChangesNothing() throws Exception {
        TestCertificate certificate = TestCertificate.make(folder);
        write(certificate);
        ConfiguredCertificate shown = open();
        SSLContext context = shown.context().orElseThrow();
        TestCertificate.make(folder, "EC", "-1d", 365).write(files().certificate(), folder.resolve("other.pem"));

        await(shown, "is not the key of the certificate", "the one before is still shown");
        assertThat(seenBy(certificate, context)).contains("EC of a test");
        Files.delete(files().certificate());
        await(shown, "chain.pem", "the one before is still shown");
        write(certificate);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (shown.problem().isPresent()) {
                Thread.sleep(10);
            }
        });
    }

    private static void await(ConfiguredCertificate shown, String... texts) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (!List.of(texts).stream().allMatch(shown.problem().orElse("")::contains)) {
                Thread.sleep(10);
            }
        });
    }

    @Test
    void withoutFilesNobodyGetsInAndItIsSaidWhy() throws Exception {
        ConfiguredCertificate missing = open();

        assertThat(missing.isRequired()).isTrue();
        assertThat(missing.context()).isEmpty();
        assertThat(missing.problem().orElseThrow()).contains("chain.pem", "nobody gets in");
        write(TestCertificate.make(folder));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (missing.context().isEmpty()) {
                Thread.sleep(10);
            }
        });
    }

    @Test
    void whatCannotBeUsedIsNamedAndNeverQuoted() throws Exception {
        write(TestCertificate.make(folder));
        String key = Files.readString(files().key());
        refused(key.replace("PRIVATE KEY", "EC PRIVATE KEY"), "openssl pkcs8 -topk8 -nocrypt");
        refused(key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY"), "openssl pkcs8 -topk8 -nocrypt");
        refused("", "there is no private key in");
        refused(key.substring(0, 60) + "!!" + key.substring(90), "is damaged");
        TestCertificate.make(folder, "RSA", "-1d", 365).write(folder.resolve("other.pem"), files().key());
        refused(Files.readString(files().key()), "not of the certificate's kind (EC)");
        Files.writeString(files().certificate(), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        refused(key, "no readable certificate in");
        Files.writeString(files().certificate(), "");
        refused(key, "certificate in");
        Files.write(files().certificate(), new byte[CertificateFiles.MAX_BYTES + 1]);
        refused(key, "longer than");
    }

    private void refused(String key, String why) throws IOException {
        Files.writeString(files().key(), key);
        assertThatThrownBy(() -> files().read())
                .isInstanceOf(UnusableCertificateException.class)
                .hasMessageContaining(why)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain(key.lines().skip(1).findFirst().orElse("nothing")));
    }

    @Test
    void theEndOfItsTimeIsSaid() throws Exception {
        write(TestCertificate.make(folder, "EC", "-10d", 5));
        assertThat(open().problem().orElseThrow()).contains("the certificate ended on");
        close();
        write(TestCertificate.make(folder, "EC", "-1d", 10));
        assertThat(open().problem().orElseThrow()).contains("the certificate ends on");
        close();
        write(TestCertificate.make(folder, "EC", "+5d", 100));
        assertThat(open().problem().orElseThrow()).contains("is not good before");
    }

    @Test
    void bothAreNamedOrNone() {
        assertThat(ConfiguredCertificate.files(config("", ""), Map.of())).isEmpty();
        assertThat(ConfiguredCertificate.files(
                        config("", ""),
                        Map.of(
                                ConfiguredCertificate.CERTIFICATE_VARIABLE,
                                "/a",
                                ConfiguredCertificate.KEY_VARIABLE,
                                "/b")))
                .contains(new CertificateFiles(Path.of("/a"), Path.of("/b")));
        assertThat(ConfiguredCertificate.files(
                        config("/c", "/d"), Map.of(ConfiguredCertificate.CERTIFICATE_VARIABLE, "/a")))
                .contains(new CertificateFiles(Path.of("/c"), Path.of("/d")));
        assertThatThrownBy(() -> ConfiguredCertificate.files(config("/c", ""), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name both");
        assertThatThrownBy(() -> ConfiguredCertificate.files(config("/\0", "/d"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangeWithinTheSameSecondIsSeen() throws Exception {
        write(TestCertificate.make(folder));
        CertificateFiles.Stamp before = files().stamp();
        Files.setLastModifiedTime(files().key(), FileTime.from(Instant.ofEpochMilli(before.keyTime() + 1)));

        assertThat(files().stamp()).isNotEqualTo(before);
    }

    private static TlsConfig config(String certificate, String key) {
        return new TlsConfig() {
            @Override
            public String certificate() {
                return certificate;
            }

            @Override
            public String key() {
                return key;
            }

            @Override
            public int lookIntervalInSeconds() {
                return 10;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return TlsConfig.class;
            }
        };
    }

    private static boolean sees(TestCertificate trusted, SSLContext server) throws Exception {
        try {
            seenBy(trusted, server);
            return true;
        } catch (SSLHandshakeException another) {
            return false;
        }
    }

    /** Whom a client that trusts one certificate sees behind a port. */
    private static String seenBy(TestCertificate trusted, SSLContext server) throws Exception {
        try (SSLServerSocket port = (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket accepted = port.accept()) {
                    accepted.getInputStream().read();
                } catch (IOException refused) {
                    // The client sees for itself.
                }
            });
            try (SSLSocket client =
                    (SSLSocket) trusted.client().getSocketFactory().createSocket("127.0.0.1", port.getLocalPort())) {
                client.startHandshake();
                return ((X509Certificate) client.getSession().getPeerCertificates()[0])
                        .getSubjectX500Principal()
                        .getName();
            }
        }
    }
}
