package org.weighhouse.catalog.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that channel accounts' credentials are encrypted with.
 *
 * @param origin where it came from, for messages to an operator
 */
record MasterKey(SecretKey key, String origin) {

    private static final int BYTES = 32;
    private static final int FINGERPRINT_BYTES = 8;

    static MasterKey random(String origin) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new MasterKey(new SecretKeySpec(bytes, "AES"), origin);
    }

    /** @throws IllegalStateException if the text is not base64 of 32 bytes; its message does not show the text */
    static MasterKey parse(String base64, String origin) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return new MasterKey(new SecretKeySpec(bytes, "AES"), origin);
            }
        } catch (IllegalArgumentException notBase64) {
            // Its message would quote the text, so it is not passed on.
        }
        throw new IllegalStateException("The secret key from " + origin + " is not base64 of 32 bytes");
    }

    String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** Tells keys apart and says nothing about them. */
    String fingerprint() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal("weighhouse secret key fingerprint".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, FINGERPRINT_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "MasterKey[" + origin + "]";
    }
}
