package org.weighhouse.gateway.internal.http;

/** What came of reading a request's body. */
public sealed interface BodyResult {

    record Complete(byte[] bytes) implements BodyResult {}

    /** It was not read, or not all of it. */
    record Incomplete(ProblemType type, String detail) implements BodyResult {

        /** The refusal that says so. */
        public ProblemException refusal() {
            return new ProblemException(
                    type == ProblemType.UNAVAILABLE ? Problem.unavailable(detail) : Problem.of(type, detail));
        }
    }
}
