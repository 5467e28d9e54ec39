package org.weighhouse.ai.gemini.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** The Gemini API of Google, and every server that speaks it. */
final class GeminiPlatform implements Platform {

    static final String ID = "gemini";

    private static final String API_KEY = "x-goog-api-key";
    /** The parameter that may have the key in the place of the header. */
    private static final String KEY = "key=";

    private static final Attribution DEFAULTS = Attribution.NONE.with(Dimension.CHANNEL, ID);

    private static final ChannelDescriptor DESCRIPTOR = new ChannelDescriptor(
            ID,
            "Gemini",
            "#3B6FD4",
            "sparkles",
            Unit.AI_TOKEN,
            "https://generativelanguage.googleapis.com",
            Map.of(),
            List.of(AccountField.credential("API key", "At aistudio.google.com under API keys.")));

    private final int defaultOutputTokens;

    /** @param defaultOutputTokens output held for requests that set no limit */
    GeminiPlatform(int defaultOutputTokens) {
        this.defaultOutputTokens = defaultOutputTokens;
    }

    @Override
    public ChannelDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Optional<String> presentedKey(ChannelRequest request) {
        return request.headers().first(API_KEY).map(String::strip).or(() -> parameters(request)
                .filter(parameter -> parameter.startsWith(KEY))
                .findFirst()
                .map(parameter -> decoded(parameter.substring(KEY.length()))));
    }

    private static Stream<String> parameters(ChannelRequest request) {
        return Arrays.stream(request.query().split("&"));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            // Nobody's key then.
            return value;
        }
    }

    @Override
    public Call classify(ChannelRequest request) {
        Endpoint endpoint = Endpoint.of(request.method(), request.path());
        return switch (endpoint.kind()) {
            case FREE -> new Call.Free(request);
            case GENERATE, STREAM, EMBED ->
                JsonCalls.refusal(request).<Call>map(Call.Refused::new).orElseGet(() -> metered(endpoint, request));
            case UNKNOWN -> new Call.Refused(JsonCalls.unmetered(request));
        };
    }

    private Call metered(Endpoint endpoint, ChannelRequest request) {
        boolean streamed = endpoint.kind() == Endpoint.Kind.STREAM;
        Attribution said = Attribution.NONE.with(Dimension.MODEL, endpoint.model());
        Attribution attribution = said.orElse(request.attribution()).orElse(DEFAULTS);
        TokenBuckets expected = GeminiRequest.read(request.body()).expected(endpoint.kind(), defaultOutputTokens);
        return new Call.Metered(
                request.withAttribution(attribution),
                new Reading.Tokens(ID, expected),
                reply(new AiCall(ID, attribution, expected), streamed),
                streamed);
    }

    static AiReply reply(AiCall call, boolean streamed) {
        return new AiReply(call, "x-goog-request-id", GeminiReader::new, TokenUsage::lastCounts, streamed, false);
    }

    /** The account's key in the header, whichever way ours came; ours nowhere. */
    @Override
    public ChannelRequest withCredential(ChannelRequest request, ChannelAccount account) {
        String credential =
                account.secret(AccountField.CREDENTIAL).orElseThrow().value();
        String query = parameters(request)
                .filter(parameter -> !parameter.startsWith(KEY))
                .collect(Collectors.joining("&"));
        return request.withHeaders(request.headers().with(API_KEY, credential)).withQuery(query);
    }

    @Override
    public ChannelResponse refuse(Refusal refusal) {
        return GeminiRefusal.response(refusal);
    }
}
