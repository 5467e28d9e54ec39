package org.weighhouse.access.internal.tls;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.tls.ServerCertificate;

/** Shows the certificate that the configuration names, and follows its files. One that cannot be used changes nothing. */
@Component(service = ServerCertificate.class, immediate = true, configurationPid = TlsConfig.PID)
@Designate(ocd = TlsConfig.class)
public final class ConfiguredCertificate implements ServerCertificate {

    static final String CERTIFICATE_VARIABLE = "WEIGHHOUSE_TLS_CERTIFICATE";
    static final String KEY_VARIABLE = "WEIGHHOUSE_TLS_KEY";

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredCertificate.class);
    private static final int MAX_INTERVAL = 86_400;

    private final Optional<CertificateFiles> files;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);

    private Optional<CertificateFiles.Stamp> stamp = Optional.empty();
    private Optional<ChangingKeyManager> shown = Optional.empty();
    private volatile Optional<Identity> identity = Optional.empty();
    private volatile Optional<SSLContext> context = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();

    @Activate
    public ConfiguredCertificate(TlsConfig config) {
        this(files(config, System.getenv()), interval(config), InstantSource.system());
    }

    ConfiguredCertificate(Optional<CertificateFiles> files, Duration interval, InstantSource clock) {
        this.files = files;
        this.clock = clock;
        files.ifPresent(each -> {
            look(each);
            Thread.ofVirtual().name("weighhouse-certificate").start(() -> lookNowAndThen(each, interval));
        });
    }

    /** @throws IllegalArgumentException if one of the two is named without the other */
    static Optional<CertificateFiles> files(TlsConfig config, Map<String, String> environment) {
        String certificate = said(config.certificate(), environment.get(CERTIFICATE_VARIABLE));
        String key = said(config.key(), environment.get(KEY_VARIABLE));
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("name both, the certificate and its key (" + TlsConfig.PID + ", or "
                    + CERTIFICATE_VARIABLE + " and " + KEY_VARIABLE + ")");
        }
        try {
            return certificate.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CertificateFiles(Path.of(certificate), Path.of(key)));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("no file can be named so: " + e.getInput(), e);
        }
    }

    private static String said(String configured, String variable) {
        return configured.isBlank() ? Optional.ofNullable(variable).orElse("").strip() : configured.strip();
    }

    private static Duration interval(TlsConfig config) {
        int seconds = config.lookIntervalInSeconds();
        if (seconds < 1 || seconds > MAX_INTERVAL) {
            throw new IllegalArgumentException("lookIntervalInSeconds must be between 1 and " + MAX_INTERVAL);
        }
        return Duration.ofSeconds(seconds);
    }

    @Deactivate
    void close() {
        closing.countDown();
    }

    private void lookNowAndThen(CertificateFiles at, Duration interval) {
        try {
            while (!closing.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                look(at);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look(CertificateFiles at) {
        try {
            CertificateFiles.Stamp now = at.stamp();
            if (stamp.filter(now::equals).isEmpty()) {
                show(at.read());
                stamp = Optional.of(now);
                failure = Optional.empty();
            }
        } catch (UnusableCertificateException | GeneralSecurityException unusable) {
            fail(unusable.getMessage());
        } catch (IOException missing) {
            fail("a file cannot be read: " + missing.getMessage());
        }
    }

    private void show(Identity read) throws GeneralSecurityException {
        if (shown.isPresent()) {
            shown.get().change(read.keyManager());
        } else {
            ChangingKeyManager manager = new ChangingKeyManager(read.keyManager());
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(new KeyManager[] {manager}, null, null);
            shown = Optional.of(manager);
            context = Optional.of(made);
        }
        identity = Optional.of(read);
        LOG.info(
                "Shows the certificate of {}, good until {}",
                read.chain().getFirst().getSubjectX500Principal(),
                read.chain().getFirst().getNotAfter().toInstant());
    }

    /** Once for each reason; it is looked at again. */
    private void fail(String why) {
        String text = why + (context.isPresent() ? "; the one before is still shown" : "; nobody gets in");
        if (failure.filter(text::equals).isEmpty()) {
            LOG.error("The certificate cannot be shown: {}", text);
        }
        failure = Optional.of(text);
    }

    @Override
    public boolean isRequired() {
        return files.isPresent();
    }

    @Override
    public Optional<SSLContext> context() {
        return context;
    }

    @Override
    public Optional<String> problem() {
        return failure.or(() -> identity.flatMap(each -> each.warning(clock.instant())));
    }
}
