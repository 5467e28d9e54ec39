package org.weighhouse.meter.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.weighhouse.api.UsageEvent;
import org.weighhouse.api.meter.Meter;

/**
 * The source that an engagement's value is counted under: one for each reporter, so that the reporter's ids stay apart
 * from those of others and from the engagements themselves.
 */
final class EngagementSource {

    private static final String PLAIN = Meter.RESERVED_SOURCES + "value/";
    private static final String HASHED = Meter.RESERVED_SOURCES + "value#";

    private EngagementSource() {}

    /** The reporter's source behind a prefix; its SHA-256 where that would be longer than a source may be. */
    static String of(String source) {
        return PLAIN.length() + source.length() <= UsageEvent.MAX_ID_LENGTH ? PLAIN + source : HASHED + hash(source);
    }

    private static String hash(String source) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
