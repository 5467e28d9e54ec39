package org.weighhouse.gateway.internal.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a request is called in the answer and in the log, so that one finds the other. It is nobody's secret and decides
 * nothing; a client's own ids are not taken for it.
 */
public record RequestId(UUID value) {

    /** The field of the answer's header. Platforms' own, such as {@code x-request-id}, stay beside it. */
    public static final String HEADER = "Weighhouse-Request-Id";

    /** The name under which the log has it ({@code %X{request}}), for all that is said while the request is served. */
    public static final String LOGGED = "request";

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** Cheap to make, unlike {@link UUID#randomUUID()}, for nobody has anything from guessing it. */
    public static RequestId next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new RequestId(new UUID(
                random.nextLong() & ~0xF000L | VERSION_4, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | VARIANT));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
