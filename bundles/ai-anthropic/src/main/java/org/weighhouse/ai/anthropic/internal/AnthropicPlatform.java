package org.weighhouse.ai.anthropic.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.adapter.ai.AiCall;
import org.weighhouse.adapter.ai.AiReply;
import org.weighhouse.adapter.ai.JsonCalls;
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
import org.weighhouse.api.channel.Refusal;

/** The Anthropic API, and every server that speaks it. */
final class AnthropicPlatform implements Platform {

    static final String ID = "anthropic";

    private static final String API_KEY = "x-api-key";
    private static final Attribution DEFAULTS = Attribution.NONE.with(Dimension.CHANNEL, ID);

    private static final ChannelDescriptor DESCRIPTOR = new ChannelDescriptor(
            ID,
            "Anthropic",
            "#C2613F",
            "sparkles",
            Unit.AI_TOKEN,
            "https://api.anthropic.com",
            Map.of(),
            List.of(AccountField.credential("API key", "At platform.claude.com under API keys, or the server's own.")));

    private final int defaultOutputTokens;

    /** @param defaultOutputTokens output held for requests that set no limit, which Anthropic itself refuses */
    AnthropicPlatform(int defaultOutputTokens) {
        this.defaultOutputTokens = defaultOutputTokens;
    }

    @Override
    public ChannelDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** Libraries send it one way or the other, depending on their version. */
    @Override
    public Optional<String> presentedKey(ChannelRequest request) {
        return request.headers().first(API_KEY).map(String::strip).or(() -> JsonCalls.bearer(request.headers()));
    }

    @Override
    public Call classify(ChannelRequest request) {
        return switch (Endpoint.of(request.method(), request.path())) {
            case FREE -> new Call.Free(request);
            case MESSAGES ->
                JsonCalls.refusal(request)
                        .<Call>map(Call.Refused::new)
                        .orElseGet(() -> metered(request, AnthropicRequest.read(request.body())));
            case BATCHES ->
                new Call.Refused(Refusal.of(
                        Refusal.Reason.UNKNOWN_METHOD,
                        "Batches cannot be counted as they happen: send the messages one by one to /v1/messages."));
            case UNKNOWN -> new Call.Refused(JsonCalls.unmetered(request));
        };
    }

    private Call metered(ChannelRequest request, AnthropicRequest body) {
        Attribution said = Attribution.NONE.with(Dimension.MODEL, AiCall.model(body.model()));
        Attribution attribution = said.orElse(request.attribution()).orElse(DEFAULTS);
        long output = body.maxTokens() > 0 ? body.maxTokens() : defaultOutputTokens;
        TokenBuckets expected = new TokenBuckets(body.textTokens(), output, 0, 0, 0);
        return new Call.Metered(
                request.withAttribution(attribution),
                new Reading.Tokens(ID, expected),
                reply(new AiCall(ID, attribution, expected), body.isStreamed()),
                body.isStreamed());
    }

    static AiReply reply(AiCall call, boolean streamed) {
        return new AiReply(call, "request-id", MessageReader::new, TokenUsage::new, streamed, false);
    }

    /** The account's key in the place of ours, and only there. */
    @Override
    public ChannelRequest withCredential(ChannelRequest request, ChannelAccount account) {
        String credential =
                account.secret(AccountField.CREDENTIAL).orElseThrow().value();
        return request.withHeaders(request.headers().without("Authorization").with(API_KEY, credential));
    }

    @Override
    public ChannelResponse refuse(Refusal refusal) {
        return AnthropicRefusal.response(refusal);
    }
}
