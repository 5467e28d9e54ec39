package org.weighhouse.access.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate with its chain, and its private key, as PEM files (RFC 7468). */
record CertificateFiles(Path certificate, Path key) {

    /** Longest file that is looked at; a chain has some thousand bytes. */
    static final int MAX_BYTES = 1 << 20;

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----", Pattern.DOTALL);

    /** What other forms of keys begin with. */
    private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");

    /** Whether files are the same as before. */
    record Stamp(long certificateTime, long certificateSize, long keyTime, long keySize) {}

    /** Of a moment before what is read afterwards; so a change in between is seen the next time. */
    Stamp stamp() throws IOException {
        return new Stamp(
                Files.getLastModifiedTime(certificate).toMillis(),
                Files.size(certificate),
                Files.getLastModifiedTime(key).toMillis(),
                Files.size(key));
    }

    /**
     * Reads both.
     *
     * @throws UnusableCertificateException if something is missing, not readable, or does not belong together
     */
    Identity read() throws UnusableCertificateException {
        try {
            List<X509Certificate> chain = chain();
            PrivateKey privateKey = privateKey(chain.getFirst().getPublicKey().getAlgorithm());
            Identity identity = new Identity(chain, privateKey);
            if (!identity.belongsTogether()) {
                throw new UnusableCertificateException(key + " is not the key of the certificate in " + certificate);
            }
            return identity;
        } catch (NoSuchFileException missing) {
            throw new UnusableCertificateException("there is no file " + missing.getFile(), missing);
        } catch (IOException unreadable) {
            throw new UnusableCertificateException("a file cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private List<X509Certificate> chain() throws IOException, UnusableCertificateException {
        try {
            List<X509Certificate> chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes(certificate)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (chain.isEmpty()) {
                throw new UnusableCertificateException("there is no certificate in " + certificate);
            }
            return chain;
        } catch (GeneralSecurityException damaged) {
            throw new UnusableCertificateException("there is no readable certificate in " + certificate, damaged);
        }
    }

    private PrivateKey privateKey(String algorithm) throws IOException, UnusableCertificateException {
        String text = new String(bytes(key), StandardCharsets.ISO_8859_1);
        Matcher pem = PKCS8.matcher(text);
        if (!pem.find()) {
            throw new UnusableCertificateException(
                    OTHER_KEY.matcher(text).find()
                            ? "the key in " + key + " is of another form than PKCS#8, or encrypted; convert it by:"
                                    + " openssl pkcs8 -topk8 -nocrypt -in " + key + " -out <new file>"
                            : "there is no private key in " + key);
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException damaged) {
            throw new UnusableCertificateException(
                    "the key in " + key + " is damaged, or not of the certificate's kind (" + algorithm + ")", damaged);
        }
    }

    private static byte[] bytes(Path file) throws IOException, UnusableCertificateException {
        if (Files.size(file) > MAX_BYTES) {
            throw new UnusableCertificateException(file + " is longer than " + MAX_BYTES + " bytes");
        }
        return Files.readAllBytes(file);
    }
}
