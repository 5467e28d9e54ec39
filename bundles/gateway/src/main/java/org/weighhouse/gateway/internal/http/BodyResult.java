package org.weighhouse.gateway.internal.http;

/** What came of reading a request's body. */
public sealed interface BodyResult {

    record Complete(byte[] bytes) implements BodyResult {}

    /** It was not read, or not all of it. */
    record Incomplete(ProblemType type, String detail) implements BodyResult {}
}
