package org.weighhouse.api.channel;

import java.time.Duration;

/**
 * Why a request was not passed on. Adapters say it in their platform's own error shape.
 *
 * @param detail one sentence for the bot's developer that says what to do; holds no secret
 * @param retryAfter when trying again makes sense; {@link Duration#ZERO} for never
 */
public record Refusal(Reason reason, String detail, Duration retryAfter) {

    public enum Reason {
        MALFORMED(400),
        UNKNOWN_KEY(401),
        OUT_OF_CREDIT(402),
        /** The key is good, but not for this. */
        FORBIDDEN(403),
        NOT_CONNECTED(403),
        UNKNOWN_METHOD(404),
        METHOD_NOT_ALLOWED(405),
        /** An account was named that there is none of. */
        UNKNOWN_ACCOUNT(404),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA_TYPE(415),
        TOO_MANY_REQUESTS(429),
        UPSTREAM_FAILED(502),
        UNAVAILABLE(503),
        UPSTREAM_TIMEOUT(504);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The HTTP status, unless the platform itself uses another one for the same thing. */
        public int status() {
            return status;
        }
    }

    public static Refusal of(Reason reason, String detail) {
        return new Refusal(reason, detail, Duration.ZERO);
    }
}
