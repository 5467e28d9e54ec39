package org.weighhouse.simulator.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code demo.properties} in the data folder: where everything is and how to get in, for scripts. Only its owner may
 * read it, for it holds a password and a key. It appears whole or not at all.
 */
final class DemoFile {

    static final String NAME = "demo.properties";

    private static final String PRIVATE = "rw-------";

    private final Path file;

    DemoFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** A value of the file as it is now; empty if there is no file or no such value. */
    Optional<String> read(String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return Optional.ofNullable(properties.getProperty(name));
    }

    void write(Map<String, String> values) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), NAME, ".new", privately());
        try {
            Files.writeString(unfinished, text(values), StandardCharsets.UTF_8);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Not by {@link Properties}: it escapes the colons of addresses, which shells then stumble over. */
    private static String text(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) ->
                        text.append(name).append('=').append(escaped(value)).append('\n'));
        return text.toString();
    }

    private static String escaped(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a value must not hold control characters");
        }
        String text = value.replace("\\", "\\\\");
        return text.startsWith(" ") ? "\\" + text : text;
    }

    private FileAttribute<?>[] privately() {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE))
                }
                : new FileAttribute<?>[0];
    }
}
