package org.weighhouse.catalog.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.weighhouse.api.catalog.Secret;

/**
 * Argon2id of a password, in the PHC string format, which says itself how it was made: so stronger settings can come later
 * and old hashes still be checked. The settings are the least that OWASP's Password Storage Cheat Sheet recommends (19 MiB,
 * 2 iterations, 1 lane), because several are computed within the server's heap.
 *
 * @param text {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}
 */
record PasswordHash(String text) {

    /** In KiB; also what one computation takes of the heap. */
    static final int MEMORY_KIB = 19_456;

    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getDecoder();

    static PasswordHash of(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = compute(password, salt, MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES);
        return new PasswordHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, ITERATIONS, LANES, ENCODER.encodeToString(salt), ENCODER.encodeToString(hash)));
    }

    /** @throws IllegalStateException if the text is not of the form, which only somebody else can have stored */
    boolean matches(Secret password) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("the stored hash of a password is not of the form of Argon2id");
        }
        byte[] hash = DECODER.decode(parts.group(5));
        byte[] other = compute(
                password,
                DECODER.decode(parts.group(4)),
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                hash.length);
        return MessageDigest.isEqual(hash, other);
    }

    private static byte[] compute(Secret password, byte[] salt, int memory, int iterations, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    @Override
    public String toString() {
        return "***";
    }
}
