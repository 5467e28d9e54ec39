package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.weighhouse.api.channel.Headers;

/**
 * A webhook as Meta sends it: compact JSON in which all that is not ASCII is escaped, signed over its bytes.
 *
 * @param body not to be changed
 */
public record SignedWebhook(byte[] body, Headers headers) {

    private static final ObjectMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static SignedWebhook of(JsonNode document, String appSecret) {
        try {
            return of(ESCAPING.writeValueAsBytes(document), appSecret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever it holds. */
    public static SignedWebhook of(byte[] body, String appSecret) {
        return new SignedWebhook(
                body,
                Headers.of("Content-Type", "application/json")
                        .and("User-Agent", "facebookexternalua")
                        .and("X-Hub-Signature-256", "sha256=" + signature(body, appSecret)));
    }

    private static String signature(byte[] body, String appSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }
}
