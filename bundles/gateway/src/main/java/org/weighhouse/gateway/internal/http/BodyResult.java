package org.weighhouse.gateway.internal.http;

import org.weighhouse.api.share.SharedPool;

/** What came of reading a request's body. */
public sealed interface BodyResult {

    record Complete(byte[] bytes) implements BodyResult {}

    /** It was not read, or not all of it. */
    record Incomplete(ProblemType type, String detail) implements BodyResult {}

    /** There is no memory for it, or none of its sender's. */
    record NoRoom(SharedPool.Answer answer) implements BodyResult {}

    /**
     * The bytes, for whoever is told otherwise as problem+json.
     *
     * @throws ProblemException if they are not all there
     */
    default byte[] orRefuse(Exchange exchange) {
        return switch (this) {
            case Complete complete -> complete.bytes();
            case Incomplete incomplete ->
                throw new ProblemException(Problem.of(incomplete.type(), incomplete.detail()));
            case NoRoom none ->
                throw new ProblemException(exchange.limited(Limit.BODIES).problem(none.answer()));
        };
    }
}
