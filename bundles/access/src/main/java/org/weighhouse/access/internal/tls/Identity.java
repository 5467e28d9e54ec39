package org.weighhouse.access.internal.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** Who the server is: a certificate, its own first and then those it was signed with, and the private key. */
record Identity(List<X509Certificate> chain, PrivateKey key) {

    /** How long before its end it is said that a certificate ends; authorities' robots renew a month before. */
    static final Duration SOON = Duration.ofDays(14);

    private static final int PASSWORD_BYTES = 16;

    private X509Certificate own() {
        return chain.getFirst();
    }

    /** Whether what one signs the other confirms. */
    boolean belongsTogether() {
        try {
            byte[] text = "weighhouse".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            String algorithm = signature(own().getPublicKey());
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(text);
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(own().getPublicKey());
            checking.update(text);
            return checking.verify(signing.sign());
        } catch (GeneralSecurityException notOfOneKind) {
            return false;
        }
    }

    private static String signature(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    /** What an admin must know of its time; empty while it is good and stays so for a while. */
    Optional<String> warning(Instant now) {
        Instant end = own().getNotAfter().toInstant();
        if (now.isBefore(own().getNotBefore().toInstant())) {
            return Optional.of("the certificate is not good before "
                    + own().getNotBefore().toInstant().atOffset(ZoneOffset.UTC).toLocalDate());
        }
        if (!now.isBefore(end)) {
            return Optional.of("the certificate ended on "
                    + end.atOffset(ZoneOffset.UTC).toLocalDate() + ", so clients refuse it");
        }
        return now.isAfter(end.minus(SOON))
                ? Optional.of("the certificate ends on "
                        + end.atOffset(ZoneOffset.UTC).toLocalDate())
                : Optional.empty();
    }

    /** Shows it to whoever connects. */
    X509ExtendedKeyManager keyManager() throws GeneralSecurityException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        char[] password = HexFormat.of().formatHex(random).toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("server", key, password, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            for (KeyManager manager : factory.getKeyManagers()) {
                if (manager instanceof X509ExtendedKeyManager extended) {
                    return extended;
                }
            }
            throw new GeneralSecurityException("this Java has no key manager for X.509");
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException("an empty store cannot be made", e);
        }
    }
}
