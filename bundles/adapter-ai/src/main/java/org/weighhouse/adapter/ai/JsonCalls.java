package org.weighhouse.adapter.ai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.weighhouse.adapter.camel.content.JsonDocuments;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;

/** What calls to AI providers have in common: a JSON object there, and an error as JSON back. */
public final class JsonCalls {

    private static final String BEARER = "bearer ";
    private static final String JSON = "application/json";

    private JsonCalls() {}

    /** The key that a client shows in {@code Authorization: Bearer}. */
    public static Optional<String> bearer(Headers headers) {
        return headers.first("Authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** Why a request's body cannot be weighed; empty if it is one JSON object in UTF-8. */
    public static Optional<Refusal> refusal(ChannelRequest request) {
        String type = request.headers().first("Content-Type").orElse(JSON);
        if (!type.toLowerCase(Locale.ROOT).startsWith(JSON)) {
            return refused(Refusal.Reason.UNSUPPORTED_MEDIA_TYPE, "Use Content-Type: application/json.");
        }
        if (request.headers().first("Content-Encoding").isPresent()) {
            return refused(Refusal.Reason.UNSUPPORTED_MEDIA_TYPE, "Send the body uncompressed.");
        }
        return switch (JsonDocuments.kind(request.body())) {
            case OBJECT -> Optional.empty();
            case TOO_MANY_VALUES ->
                refused(
                        Refusal.Reason.TOO_LARGE,
                        "The body has more than " + JsonDocuments.MAX_VALUES + " values. Send it in parts.");
            case OTHER -> refused(Refusal.Reason.MALFORMED, "The body is not a JSON object in UTF-8.");
        };
    }

    /** Of a call that is not known to be free or countable. */
    public static Refusal unmetered(ChannelRequest request) {
        return Refusal.of(
                Refusal.Reason.UNKNOWN_METHOD,
                "Unmetered endpoint: " + request.method() + " on this path could use tokens that cannot be counted.");
    }

    private static Optional<Refusal> refused(Refusal.Reason reason, String detail) {
        return Optional.of(Refusal.of(reason, detail));
    }

    /**
     * The status of a refusal. Who is out of credit is refused as one who has used what a limit allows, which is what
     * providers answer themselves when an account has run dry.
     */
    public static int status(Refusal refusal) {
        return refusal.reason() == Refusal.Reason.OUT_OF_CREDIT
                ? Refusal.Reason.TOO_MANY_REQUESTS.status()
                : refusal.reason().status();
    }

    /** An error for a client whose library obeys {@code x-should-retry}: told when to try again, or that it should not. */
    public static ChannelResponse error(ObjectNode body, Refusal refusal) {
        boolean retry = refusal.retryAfter().isPositive();
        Headers headers = Headers.of("Content-Type", JSON).and("x-should-retry", Boolean.toString(retry));
        if (retry) {
            headers = headers.and(
                    "Retry-After",
                    Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
        }
        byte[] text = body.toString().getBytes(StandardCharsets.UTF_8);
        return ChannelResponse.of(status(refusal), headers.and("Content-Length", Integer.toString(text.length)), text);
    }
}
