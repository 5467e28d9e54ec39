package org.weighhouse.access.internal.tls;

/** Says to an admin why a certificate cannot be shown. Never quotes a key. */
final class UnusableCertificateException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableCertificateException(String message) {
        super(message);
    }

    UnusableCertificateException(String message, Exception cause) {
        super(message, cause);
    }
}
