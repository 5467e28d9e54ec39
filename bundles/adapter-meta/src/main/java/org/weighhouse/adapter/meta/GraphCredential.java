package org.weighhouse.adapter.meta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.adapter.camel.content.Parameters;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.ChannelRequest;

/**
 * Where clients of the Graph API put their access token: in {@code Authorization: Bearer}, or as the parameter
 * {@code access_token} of query, form or JSON. Those that also prove that they know the app's secret
 * ({@code appsecret_proof}) prove it for the key they have; it is proved anew for the token.
 */
public final class GraphCredential {

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "bearer ";
    private static final String TOKEN = "access_token";
    private static final String PROOF = "appsecret_proof";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final JsonFactory FACTORY = new JsonFactory();

    private GraphCredential() {}

    /** The key a request shows, wherever it is. */
    public static Optional<String> presented(ChannelRequest request) {
        return request.headers()
                .first(AUTHORIZATION)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip())
                .or(() -> parameter(request));
    }

    private static Optional<String> parameter(ChannelRequest request) {
        try {
            return Optional.of(Parameters.of(request, Set.of(TOKEN)).text(TOKEN))
                    .filter(token -> !token.isEmpty());
        } catch (Parameters.UnreadableException | Parameters.UnsupportedTypeException noParameters) {
            return Optional.empty();
        }
    }

    /** The account's token wherever a token stands, and nothing else changed. */
    public static ChannelRequest with(ChannelRequest request, ChannelAccount account) {
        Tokens tokens = new Tokens(
                account.secret(AccountField.CREDENTIAL).orElseThrow().value(),
                account.secret(MetaFields.APP_SECRET).map(Secret::value));
        ChannelRequest changed =
                request.withQuery(pairs(request.query(), tokens)).withBody(body(request, tokens));
        return request.headers().first(AUTHORIZATION).isPresent()
                ? changed.withHeaders(request.headers().with(AUTHORIZATION, "Bearer " + tokens.token()))
                : changed;
    }

    private static byte[] body(ChannelRequest request, Tokens tokens) {
        String type = request.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith(FORM)) {
            String form = new String(request.body(), StandardCharsets.UTF_8);
            String changed = pairs(form, tokens);
            return changed.equals(form) ? request.body() : changed.getBytes(StandardCharsets.UTF_8);
        }
        return type.startsWith(JSON) ? json(request.body(), tokens) : request.body();
    }

    private static String pairs(String text, Tokens tokens) {
        if (!text.contains("access") && !text.contains("secret") && text.indexOf('%') < 0) {
            return text;
        }
        return Arrays.stream(text.split("&", -1))
                .map(pair -> pair(pair, tokens))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }

    /** Empty for a proof that cannot be given. */
    private static Optional<String> pair(String pair, Tokens tokens) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        return switch (Escapes.decoded(name)) {
            case TOKEN -> Optional.of(TOKEN + "=" + Escapes.encoded(tokens.token()));
            case PROOF -> tokens.proof().map(proof -> PROOF + "=" + proof);
            default -> Optional.of(pair);
        };
    }

    /** The body's own members alone; those of its members are somebody's data. */
    private static byte[] json(byte[] body, Tokens tokens) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream(body.length);
        int copied = 0;
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return body;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                // Moves the parser to the value's end, where a text is read lazily.
                parser.getTextLength();
                int end = (int) parser.currentLocation().getByteOffset();
                Optional<String> other = tokens.named(name);
                if (other.isPresent()) {
                    changed.write(body, copied, start - copied);
                    changed.writeBytes(quoted(other.get()));
                    copied = end;
                }
            }
        } catch (IOException unreadable) {
            // Refused before it comes here.
            return body;
        }
        if (copied == 0) {
            return body;
        }
        changed.write(body, copied, body.length - copied);
        return changed.toByteArray();
    }

    private static byte[] quoted(String text) {
        return ("\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What stands in the place of the client's own. */
    private record Tokens(String token, Optional<String> appSecret) {

        Optional<String> proof() {
            return appSecret.map(
                    secret -> HexFormat.of().formatHex(Hmac.of(secret, token.getBytes(StandardCharsets.UTF_8))));
        }

        Optional<String> named(String name) {
            return switch (name) {
                case TOKEN -> Optional.of(token);
                case PROOF -> proof().or(() -> Optional.of(""));
                default -> Optional.empty();
            };
        }

        /** Neither of them. */
        @Override
        public String toString() {
            return "Tokens[***]";
        }
    }
}
