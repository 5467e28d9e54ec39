package org.weighhouse.ai.openai.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.adapter.ai.AiCall;
import org.weighhouse.adapter.ai.AiReply;
import org.weighhouse.adapter.ai.EventReader;
import org.weighhouse.adapter.ai.JsonCalls;
import org.weighhouse.adapter.ai.ReplyFacts;
import org.weighhouse.adapter.ai.TokenUsage;
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
        return JsonCalls.bearer(request.headers());
    }

    @Override
    public Call classify(ChannelRequest request) {
        Optional<Endpoint> endpoint = Endpoint.of(request.method(), request.path());
        if (endpoint.isEmpty()) {
            return new Call.Refused(JsonCalls.unmetered(request));
        }
        return endpoint.get() == Endpoint.FREE ? new Call.Free(request) : metered(endpoint.get(), request);
    }

    @Override
    public ChannelRequest withCredential(ChannelRequest request, ChannelAccount account) {
        String credential =
                account.secret(AccountField.CREDENTIAL).orElseThrow().value();
        Headers headers = request.headers().with(AUTHORIZATION, "Bearer " + credential);
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
        return JsonCalls.refusal(request)
                .<Call>map(Call.Refused::new)
                .orElseGet(() -> metered(endpoint, request, OpenAiRequest.read(request.body())));
    }

    private Call metered(Endpoint endpoint, ChannelRequest request, OpenAiRequest body) {
        boolean streamed = body.isStreamed();
        boolean ask = streamed && endpoint.mustAskForUsage();
        UsageOption option = ask ? UsageOption.put(request.body()) : new UsageOption(request.body(), true);
        boolean hidesUsage = !option.asked();
        Attribution said = Attribution.NONE.with(Dimension.MODEL, AiCall.model(body.model()));
        Attribution attribution = said.orElse(request.attribution()).orElse(DEFAULTS);
        TokenBuckets expected = estimate.of(endpoint, body);
        AiCall call = new AiCall(ID, attribution, expected);
        return new Call.Metered(
                request.withBody(option.body()).withAttribution(attribution),
                new Reading.Tokens(ID, expected),
                new AiReply(
                        call,
                        "x-request-id",
                        facts -> reader(endpoint, facts, hidesUsage),
                        TokenUsage::new,
                        streamed,
                        hidesUsage),
                streamed);
    }

    /** @param hidesUsage whether the usage chunk of a stream was our wish and not the client's */
    static EventReader reader(Endpoint endpoint, ReplyFacts facts, boolean hidesUsage) {
        return switch (endpoint) {
            case RESPONSES, COMPACTION -> new ResponseReader(facts);
            case CHAT, COMPLETIONS, EMBEDDINGS, FREE -> new ChatReader(facts, hidesUsage);
        };
    }
}
