package org.weighhouse.api;

import java.util.regex.Pattern;

/**
 * The name of a workspace in keys, URLs and files.
 *
 * @param value 1 to 64 characters out of {@code a-z 0-9 . _ -}, the first one a letter or digit
 */
public record WorkspaceId(String value) {

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** @throws IllegalArgumentException if the value is not of that form */
    public WorkspaceId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("A workspace id has 1 to 64 characters out of a-z 0-9 . _ -"
                    + " and starts with a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
