package org.weighhouse.ai.openai.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;

/** The OpenAI API, and every server that speaks it. */
final class OpenAiPlatform implements Platform {

    static final String ID = "openai";

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "bearer ";
    private static final Attribution DEFAULTS = Attribution.NONE.with(Dimension.CHANNEL, ID);

    private final Estimate estimate;
    private final ChannelDescriptor descriptor = new ChannelDescriptor(
            ID, "OpenAI", "#0F9D75", "sparkles", Unit.AI_TOKEN, "https://api.openai.com", Map.of());

    OpenAiPlatform(Estimate estimate) {
        this.estimate = estimate;
    }

    @Override
    public ChannelDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Optional<String> presentedKey(ChannelRequest request) {
        return request.headers()
                .first(AUTHORIZATION)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    @Override
    public Call classify(ChannelRequest request) {
        Optional<Endpoint> endpoint = Endpoint.of(request.method(), request.path());
        if (endpoint.isEmpty()) {
            return refused(
                    Refusal.Reason.UNKNOWN_METHOD,
                    "Unmetered endpoint: " + request.method()
                            + " on this path could use tokens that cannot be counted.");
        }
        return endpoint.get() == Endpoint.FREE ? new Call.Free(request) : metered(endpoint.get(), request);
    }

    @Override
    public ChannelRequest withCredential(ChannelRequest request, Secret credential) {
        List<Headers.Field> fields = request.headers().fields().stream()
                .map(field -> field.is(AUTHORIZATION)
                        ? new Headers.Field(field.name(), "Bearer " + credential.value())
                        : field)
                .toList();
        return new ChannelRequest(
                request.method(),
                request.path(),
                request.query(),
                new Headers(fields),
                request.body(),
                request.attribution());
    }

    @Override
    public ChannelResponse refuse(Refusal refusal) {
        return OpenAiRefusal.response(refusal);
    }

    private Call metered(Endpoint endpoint, ChannelRequest request) {
        String type = request.headers().first("Content-Type").orElse("application/json");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return refused(Refusal.Reason.UNSUPPORTED_MEDIA_TYPE, "Use Content-Type: application/json.");
        }
        if (request.headers().first("Content-Encoding").isPresent()) {
            return refused(Refusal.Reason.UNSUPPORTED_MEDIA_TYPE, "Send the body uncompressed.");
        }
        Optional<JsonNode> body = isUtf8(request.body()) ? Json.object(request.body()) : Optional.empty();
        if (body.isEmpty()) {
            return refused(Refusal.Reason.MALFORMED, "The body is not a JSON object in UTF-8.");
        }
        return metered(endpoint, request, body.get());
    }

    private Call metered(Endpoint endpoint, ChannelRequest request, JsonNode body) {
        boolean ask = endpoint.mustAskForUsage() && body.path("stream").asBoolean();
        UsageOption option = ask ? UsageOption.put(request.body()) : new UsageOption(request.body(), true);
        Attribution said = Attribution.NONE.with(Dimension.MODEL, Findings.model(body.path("model")));
        Attribution attribution = said.orElse(request.attribution()).orElse(DEFAULTS);
        TokenBuckets expected = estimate.of(endpoint, body);
        ChannelRequest passed = new ChannelRequest(
                request.method(), request.path(), request.query(), request.headers(), option.body(), attribution);
        return new Call.Metered(
                passed,
                new Reading.Tokens(ID, expected),
                new OpenAiReply(endpoint, new Findings(attribution, expected), !option.asked()));
    }

    /** JSON in UTF-16 or UTF-32 has a zero among its first bytes, and a mark may stand before the text. */
    private static boolean isUtf8(byte[] body) {
        return body.length >= 2 && body[0] != 0 && body[1] != 0 && (body[0] & 0x80) == 0;
    }

    private static Call refused(Refusal.Reason reason, String detail) {
        return new Call.Refused(Refusal.of(reason, detail));
    }
}
