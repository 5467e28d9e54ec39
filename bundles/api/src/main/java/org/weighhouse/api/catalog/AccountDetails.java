package org.weighhouse.api.catalog;

import java.net.URI;
import java.util.Map;

/**
 * What an admin says of a channel account.
 *
 * @param name for people; 1 to 64 characters without control characters
 * @param baseUrl where the platform is reached; http or https
 * @param settings by field name; at most {@link #MAX_FIELDS}, of at most {@link #MAX_LENGTH} characters each
 * @param secrets likewise
 */
public record AccountDetails(String name, URI baseUrl, Map<String, String> settings, Map<String, Secret> secrets) {

    public static final int MAX_FIELDS = 32;
    public static final int MAX_LENGTH = 8_192;
    public static final int MAX_NAME_LENGTH = 64;

    public AccountDetails {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }
}
