package org.weighhouse.adapter.camel.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.weighhouse.adapter.camel.ReplyHead;

/** A readable copy of a reply that an upstream compressed though it was asked not to. */
final class Decoding {

    private Decoding() {}

    /** Empty if the coding is unknown, the bytes are broken, or more than {@code maxBytes} would come out. */
    static Optional<byte[]> plain(ReplyHead head, byte[] body, int maxBytes) {
        ContentCoding coding = ContentCoding.of(head);
        return switch (coding) {
            case NONE -> Optional.of(body);
            case GZIP, DEFLATE -> inflate(body, coding, maxBytes);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<byte[]> inflate(byte[] body, ContentCoding coding, int maxBytes) {
        DecodedStream in = new DecodedStream(new ByteArrayInputStream(body), coding);
        try {
            byte[] plain = in.readNBytes(maxBytes + 1);
            return plain.length > maxBytes ? Optional.empty() : Optional.of(plain);
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            in.free();
        }
    }
}
