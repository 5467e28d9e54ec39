package org.weighhouse.simulator.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call's parameters by name, whichever of the four ways they came; values that are not text stay JSON text. */
final class TelegramParameters {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

    private TelegramParameters() {}

    /** @throws BadRequestException if a JSON body is none */
    static Map<String, String> of(ReceivedRequest request) {
        Map<String, String> parameters = new HashMap<>(form(request.query()));
        String type = request.headers().first("Content-Type").orElse("");
        String mediaType = type.toLowerCase(Locale.ROOT);
        if (mediaType.startsWith("application/json")) {
            parameters.putAll(json(request.body()));
        } else if (mediaType.startsWith("multipart/form-data")) {
            parameters.putAll(multipart(type, request.body()));
        } else if (mediaType.startsWith("application/x-www-form-urlencoded")) {
            parameters.putAll(form(new String(request.body(), StandardCharsets.UTF_8)));
        }
        return parameters;
    }

    private static Map<String, String> json(byte[] body) {
        JsonNode root = JsonText.read(body)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new BadRequestException("can't parse JSON object"));
        Map<String, String> parameters = new HashMap<>();
        root.properties()
                .forEach(entry -> parameters.put(
                        entry.getKey(),
                        entry.getValue().isValueNode() ? entry.getValue().asText() : JsonText.write(entry.getValue())));
        return parameters;
    }

    private static Map<String, String> form(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Latin 1 keeps every byte in its place while the parts are told apart. */
    private static Map<String, String> multipart(String type, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw new BadRequestException("multipart boundary is missing");
        }
        Map<String, String> parameters = new HashMap<>();
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String part : text.split(Pattern.quote("--" + boundary.group(1)))) {
            int end = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(end < 0 ? "" : part.substring(0, end));
            if (name.find()) {
                String value = part.substring(end + 4).replaceFirst("\r\n$", "");
                parameters.put(
                        name.group(1), new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
