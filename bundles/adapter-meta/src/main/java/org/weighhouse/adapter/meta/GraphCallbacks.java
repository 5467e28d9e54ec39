package org.weighhouse.adapter.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.adapter.camel.Callbacks;
import org.weighhouse.adapter.camel.content.JsonDocuments;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.WebhookRequest;

/**
 * Webhooks of Meta: answers when it makes sure of an address, believes what is signed with the account's app secret, and has
 * every event in it counted. The signature is made over the raw bytes, in which Meta writes all that is not ASCII as escapes.
 *
 * @param <E> what a channel reads out of a webhook; small, for it outlives the document
 */
public abstract class GraphCallbacks<E> implements Callbacks {

    /** Most values of a webhook's document: a batch of a thousand statuses has some forty thousand. */
    public static final int MAX_VALUES = 200_000;

    /** Longest challenge that is answered: it is a number. */
    private static final int MAX_CHALLENGE = 256;

    private static final Logger LOG = LoggerFactory.getLogger(GraphCallbacks.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String SHA256 = "sha256=";

    /** Everything in a document that counts; what is not understood is left out. Pure: the document is let go after it. */
    protected abstract List<E> read(JsonNode document, Instant received);

    /**
     * Counts an event; the same one may come again.
     *
     * @throws IllegalArgumentException if it cannot be counted at all
     */
    protected abstract void count(E event, ChannelAccount account);

    @Override
    public final Optional<ChannelResponse> take(WebhookRequest request, ChannelAccount account) {
        return request.method().equals("GET") ? Optional.of(challenge(request, account)) : events(request, account);
    }

    private static ChannelResponse challenge(WebhookRequest request, ChannelAccount account) {
        Map<String, String> asked = Arrays.stream(request.query().split("&"))
                .filter(pair -> pair.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        pair -> Escapes.decoded(pair.substring(0, pair.indexOf('='))),
                        pair -> Escapes.decoded(pair.substring(pair.indexOf('=') + 1)),
                        (first, second) -> first));
        String challenge = asked.getOrDefault("hub.challenge", "");
        boolean known = account.secret(MetaFields.VERIFY_TOKEN)
                .filter(token -> equal(token.value(), asked.getOrDefault("hub.verify_token", "")))
                .isPresent();
        if (!known || !"subscribe".equals(asked.get("hub.mode")) || challenge.length() > MAX_CHALLENGE) {
            return answer(403, "The verify token is not this account's.");
        }
        return answer(200, challenge);
    }

    private Optional<ChannelResponse> events(WebhookRequest request, ChannelAccount account) {
        Optional<String> secret = account.secret(MetaFields.APP_SECRET).map(Secret::value);
        if (secret.isEmpty()) {
            return Optional.of(
                    answer(403, "The account has no app secret, so no webhook can be believed; add it in Weighhouse."));
        }
        if (!isSigned(request, secret.get())) {
            return Optional.of(answer(403, SIGNATURE + " is not made with this account's app secret."));
        }
        return switch (JsonDocuments.kind(request.body(), MAX_VALUES)) {
            case OTHER -> Optional.of(answer(400, "The body is not a JSON object."));
            case TOO_MANY_VALUES -> Optional.of(answer(413, "The body has more than " + MAX_VALUES + " values."));
            case OBJECT -> {
                count(events(request), account);
                yield Optional.empty();
            }
        };
    }

    private static boolean isSigned(WebhookRequest request, String secret) {
        Function<String, Optional<byte[]>> bytes = text -> {
            try {
                return Optional.of(HexFormat.of().parseHex(text));
            } catch (IllegalArgumentException noHex) {
                return Optional.empty();
            }
        };
        return request.headers()
                .first(SIGNATURE)
                .filter(value -> value.startsWith(SHA256))
                .flatMap(value -> bytes.apply(value.substring(SHA256.length())))
                .filter(signature -> MessageDigest.isEqual(signature, Hmac.of(secret, request.body())))
                .isPresent();
    }

    private List<E> events(WebhookRequest request) {
        try {
            return read(MAPPER.readTree(request.body()), request.received());
        } catch (IOException e) {
            throw new IllegalStateException("what was looked through as JSON is none", e);
        }
    }

    private void count(List<E> events, ChannelAccount account) {
        for (E event : events) {
            try {
                count(event, account);
            } catch (IllegalArgumentException e) {
                LOG.warn("Something that {} called back with cannot be counted: {}", account.channel(), e.getMessage());
            }
        }
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static ChannelResponse answer(int status, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return ChannelResponse.of(
                status,
                Headers.of("Content-Type", "text/plain; charset=UTF-8")
                        .and("X-Content-Type-Options", "nosniff")
                        .and("Content-Length", Integer.toString(body.length)),
                body);
    }
}
