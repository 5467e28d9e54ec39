package org.weighhouse.gateway.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.weighhouse.api.channel.Headers;

/** What this is, for people and programs that come by. */
final class AboutResource {

    private static final String OPEN_API = "openapi.json";

    private final byte[] openApi = read();

    RestReply root(RestRequest request) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", "Weighhouse gateway");
        about.put("description", "Weighs what bots send and think. Put a bot behind it at /<channel>/...");
        about.put("api", "/api/v1/openapi.json");
        about.put("health", "/health/ready");
        return RestReply.json(200, about);
    }

    RestReply openApi(RestRequest request) {
        return new RestReply(200, Headers.of("Content-Type", "application/json"), openApi);
    }

    private static byte[] read() {
        try (InputStream in = AboutResource.class.getResourceAsStream(OPEN_API)) {
            if (in == null) {
                throw new IllegalStateException(OPEN_API + " is not in the bundle");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
