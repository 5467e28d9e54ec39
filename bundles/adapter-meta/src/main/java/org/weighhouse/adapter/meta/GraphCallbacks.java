package org.weighhouse.adapter.meta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weighhouse.adapter.camel.base.JsonCallbacks;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.WebhookRequest;

/**
 * Webhooks of Meta: answers when it makes sure of an address, and believes what is signed with the account's app secret. The
 * signature is made over the raw bytes, in which Meta writes all that is not ASCII as escapes.
 *
 * @param <E> what a channel reads out of a webhook
 */
public abstract class GraphCallbacks<E> extends JsonCallbacks<E> {

    /** Most values of a webhook's document: a batch of a thousand statuses has some forty thousand. */
    public static final int MAX_VALUES = 200_000;

    /** Longest challenge that is answered: it is a number. */
    private static final int MAX_CHALLENGE = 256;

    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String SHA256 = "sha256=";

    protected GraphCallbacks() {
        super(MAX_VALUES);
    }

    @Override
    protected final Optional<ChannelResponse> end(WebhookRequest request, ChannelAccount account) {
        if (request.method().equals("GET")) {
            return Optional.of(challenge(request, account));
        }
        Optional<String> secret = account.secret(MetaFields.APP_SECRET).map(Secret::value);
        if (secret.isEmpty()) {
            return Optional.of(
                    answer(403, "The account has no app secret, so no webhook can be believed; add it in Weighhouse."));
        }
        return isSigned(request, secret.get())
                ? Optional.empty()
                : Optional.of(answer(403, SIGNATURE + " is not made with this account's app secret."));
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

    private static boolean isSigned(WebhookRequest request, String secret) {
        return request.headers()
                .first(SIGNATURE)
                .filter(value -> value.startsWith(SHA256))
                .flatMap(value -> hex(value.substring(SHA256.length())))
                .filter(signature -> MessageDigest.isEqual(signature, Hmac.of(secret, request.body())))
                .isPresent();
    }

    private static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException noHex) {
            return Optional.empty();
        }
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
