package org.weighhouse.catalog.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.weighhouse.api.catalog.Secret;

/**
 * Seals texts with AES-256-GCM. A sealed text is base64 of a version byte, a random nonce of 96 bits and the
 * ciphertext with its tag of 128 bits. It opens only with the same key and the same context. Thread-safe.
 */
final class SecretBox {

    private static final byte VERSION = 1;
    /** Two bytes for every char, so that the column has room for the longest secret whatever it is made of. */
    private static final Charset CHARSET = StandardCharsets.UTF_16BE;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String ALGORITHM = "AES/GCM/NoPadding";

    private final MasterKey key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(MasterKey key) {
        this.key = key;
    }

    /** @param context is authenticated and not stored: the same text must be given to open */
    String seal(Secret secret, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context)
                    .doFinal(secret.value().getBytes(CHARSET));
            byte[] all = new byte[1 + NONCE_BYTES + sealed.length];
            all[0] = VERSION;
            System.arraycopy(nonce, 0, all, 1, NONCE_BYTES);
            System.arraycopy(sealed, 0, all, 1 + NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not usable in this JDK", e);
        }
    }

    /** @throws IllegalStateException if the text was sealed with another key or context, or was changed */
    Secret open(String text, String context) {
        byte[] all = Base64.getDecoder().decode(text);
        if (all.length <= 1 + NONCE_BYTES || all[0] != VERSION) {
            throw new IllegalStateException("a stored credential is not of a form this version can read");
        }
        byte[] nonce = Arrays.copyOfRange(all, 1, 1 + NONCE_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, context)
                    .doFinal(all, 1 + NONCE_BYTES, all.length - 1 - NONCE_BYTES);
            return new Secret(new String(plain, CHARSET));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "a stored credential does not open: it was encrypted with another key, moved or changed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not usable in this JDK", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
