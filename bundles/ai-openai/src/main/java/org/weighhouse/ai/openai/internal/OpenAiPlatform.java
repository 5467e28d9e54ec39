package org.weighhouse.ai.openai.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.adapter.ai.AiCall;
import org.weighhouse.adapter.ai.JsonDocuments;
import org.weighhouse.adapter.camel.Call;
import org.weighhouse.adapter.camel.Platform;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Reading;
import org.weighhouse.api.TokenBuckets;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.AccountField;
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
    private static final String ORGANIZATION = "organization";
    private static final String PROJECT = "project";
    private static final Attribution DEFAULTS = Attribution.NONE.with(Dimension.CHANNEL, ID);

    private final Estimate estimate;
    private final ChannelDescriptor descriptor = new ChannelDescriptor(
            ID,
            "OpenAI",
            "#0F9D75",
            "sparkles",
            Unit.AI_TOKEN,
            "https://api.openai.com",
            Map.of(),
            List.of(
                    AccountField.credential("API key", "At platform.openai.com under API keys, or the server's own."),
                    new AccountField(
                            ORGANIZATION,
                            "Organization",
                            false,
                            false,
                            "Id of the organization that calls are made for, if the key belongs to several."),
                    new AccountField(
                            PROJECT,
                            "Project",
                            false,
                            false,
                            "Id of the project that calls are made for, if the key belongs to several.")));

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
    public ChannelRequest withCredential(ChannelRequest request, ChannelAccount account) {
        String credential =
                account.secret(AccountField.CREDENTIAL).orElseThrow().value();
        Headers headers = new Headers(request.headers().fields().stream()
                .map(field -> field.is(AUTHORIZATION) ? new Headers.Field(field.name(), "Bearer " + credential) : field)
                .toList());
        headers = withSetting(headers, "OpenAI-Organization", account.setting(ORGANIZATION));
        return request.withHeaders(withSetting(headers, "OpenAI-Project", account.setting(PROJECT)));
    }

    /** The account's own setting in place of whatever the client said; without one, what the client said stays. */
    private static Headers withSetting(Headers headers, String name, Optional<String> setting) {
        return setting.filter(value -> !value.isBlank())
                .map(value -> headers.without(name).and(name, value.strip()))
                .orElse(headers);
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
        return switch (JsonDocuments.kind(request.body())) {
            case OBJECT -> metered(endpoint, request, OpenAiRequest.read(request.body()));
            case TOO_MANY_VALUES ->
                refused(
                        Refusal.Reason.TOO_LARGE,
                        "The body has more than " + JsonDocuments.MAX_VALUES + " values. Send it in parts.");
            case OTHER -> refused(Refusal.Reason.MALFORMED, "The body is not a JSON object in UTF-8.");
        };
    }

    private Call metered(Endpoint endpoint, ChannelRequest request, OpenAiRequest body) {
        boolean streamed = body.isStreamed();
        boolean ask = streamed && endpoint.mustAskForUsage();
        UsageOption option = ask ? UsageOption.put(request.body()) : new UsageOption(request.body(), true);
        Attribution said = Attribution.NONE.with(Dimension.MODEL, AiCall.model(body.model()));
        Attribution attribution = said.orElse(request.attribution()).orElse(DEFAULTS);
        TokenBuckets expected = estimate.of(endpoint, body);
        AiCall call = new AiCall(ID, attribution, expected);
        return new Call.Metered(
                request.withBody(option.body()).withAttribution(attribution),
                new Reading.Tokens(ID, expected),
                new OpenAiReply(endpoint, call, streamed, !option.asked()),
                streamed);
    }

    private static Call refused(Refusal.Reason reason, String detail) {
        return new Call.Refused(Refusal.of(reason, detail));
    }
}
