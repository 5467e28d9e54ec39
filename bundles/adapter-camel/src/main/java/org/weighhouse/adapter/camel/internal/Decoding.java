package org.weighhouse.adapter.camel.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.weighhouse.adapter.camel.ReplyHead;

/** A readable copy of a reply that an upstream compressed though it was asked not to. */
final class Decoding {

    private Decoding() {}

    /** Empty if the coding is unknown, the bytes are broken, or more than {@code maxBytes} would come out. */
    static Optional<byte[]> plain(ReplyHead head, byte[] body, int maxBytes) {
        String coding =
                head.headers().first("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
        return switch (coding.strip()) {
            case "", "identity" -> Optional.of(body);
            case "gzip", "x-gzip" -> gunzip(body, maxBytes);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> gunzip(byte[] body, int maxBytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(maxBytes + 1);
            return plain.length > maxBytes ? Optional.empty() : Optional.of(plain);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
