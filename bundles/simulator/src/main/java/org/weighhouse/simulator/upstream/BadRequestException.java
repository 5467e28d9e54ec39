package org.weighhouse.simulator.upstream;

/** A request the platform answers with 400; the message is the platform's description. */
final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadRequestException(String description) {
        super(description);
    }
}
