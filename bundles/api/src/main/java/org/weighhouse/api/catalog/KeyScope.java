package org.weighhouse.api.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a key is good for. */
public enum KeyScope {
    /** To pass through the gateway to a platform, and to reserve for what its bearer sends by itself. */
    SEND,
    /** To report events that happened elsewhere. */
    INGEST,
    /** To ask what was used and what is left. */
    READ,
    /** To do what a workspace's manager may do. */
    MANAGE;

    /** Name for people and configuration, such as {@code send}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static KeyScope ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(scope -> scope.slug().equals(slug))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no scope " + slug + "; there are " + names()));
    }

    /** All of them, for help texts. */
    public static String names() {
        return Arrays.stream(values()).map(KeyScope::slug).collect(Collectors.joining(", "));
    }
}
