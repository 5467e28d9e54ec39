package org.weighhouse.channel.telegram.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Bot API's methods as far as they matter here: which send messages, and of what kind. */
final class Methods {

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z]{3,64}");
    private static final List<String> SENDING = List.of("send", "forward", "copy");

    /** What an unknown sending method sends. */
    private static final String OTHER = "other";

    private final Map<String, String> kinds;

    private Methods(Map<String, String> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    static Methods load() {
        Properties known = new Properties();
        try (InputStream in = Methods.class.getResourceAsStream("methods.properties")) {
            known.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Methods(known.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), known::getProperty)));
    }

    /** Whether this can be a method at all; newer methods than those known here are. */
    static boolean isWellFormed(String method) {
        return WELL_FORMED.matcher(method).matches();
    }

    /** The kind of message a method sends; empty if it sends none. */
    Optional<String> kind(String method) {
        String name = method.toLowerCase(Locale.ROOT);
        String known = kinds.get(name);
        if (known != null) {
            return Optional.of(known).filter(kind -> !kind.isEmpty());
        }
        return SENDING.stream().anyMatch(name::startsWith) ? Optional.of(OTHER) : Optional.empty();
    }

    /** Every kind there is. */
    SortedSet<String> kinds() {
        SortedSet<String> all = new TreeSet<>(kinds.values());
        all.remove("");
        all.add(OTHER);
        return all;
    }
}
