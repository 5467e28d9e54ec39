package org.weighhouse.assembler.sbom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What libraries do not say themselves, or not in one way: what they are called, and their licences. Keeps what it does not
 * know, so that all of it is said at once.
 */
final class Tables {

    private static final String UNKNOWN = "unknown";

    /** Commas between licences in a bundle's header; not those in quotes, nor in names such as "Apache License, Version 2.0". */
    private static final Pattern BETWEEN = Pattern.compile(",(?! *[Vv]ersion)(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final Properties groups = read("groups.properties");
    private final Properties licences = read("licences.properties");
    private final Properties spellings = read("spellings.properties");
    private final SortedSet<String> missing = new TreeSet<>();

    /** What a jar of that name is. */
    Maven library(String file) {
        Maven named = Maven.named(file).orElse(new Maven("", file, "0"));
        String group = groups.getProperty(named.artifact());
        if (group == null) {
            missing.add("groups.properties: where " + file + " is from");
        }
        return new Maven(Objects.requireNonNullElse(group, UNKNOWN), named.artifact(), named.version());
    }

    /**
     * The licence of a library as an SPDX expression; several are to choose from.
     *
     * @param written what the library says itself, such as links to licences, in the order of trust
     */
    String licence(Maven library, List<String> written) {
        return Optional.ofNullable(licences.getProperty(library.name().replace(':', '/')))
                .or(() -> written.stream()
                        .map(this::expression)
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> ofGroup(library.group()))
                .orElseGet(() -> {
                    missing.add("licences.properties: the licence of " + library.name() + ", which says " + written);
                    return UNKNOWN;
                });
    }

    /** Notes that a bundle of ours has classes of others, and does not say whose. */
    void undeclared(String file, String name) {
        missing.add("bnd.bnd of " + file + ": " + JarContent.EMBEDDED + ", for it has the classes of " + name);
    }

    private Optional<String> ofGroup(String group) {
        String licence = licences.getProperty(group);
        int above = group.lastIndexOf('.');
        return licence == null && above > 0 ? ofGroup(group.substring(0, above)) : Optional.ofNullable(licence);
    }

    /** @throws IllegalStateException if something was not known; says what lines to add */
    void check() {
        if (!missing.isEmpty()) {
            throw new IllegalStateException("These lines are missing:\n  " + String.join("\n  ", missing));
        }
    }

    private Optional<String> expression(String header) {
        List<Optional<String>> all =
                BETWEEN.splitAsStream(header).map(this::spdx).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(all.stream()
                        .flatMap(Optional::stream)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" OR ")))
                : Optional.empty();
    }

    private Optional<String> spdx(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return spellings.stringPropertyNames().stream()
                .filter(lower::contains)
                .map(spellings::getProperty)
                .findFirst();
    }

    private static Properties read(String table) {
        Properties read = new Properties();
        try (InputStream lines = Tables.class.getResourceAsStream(table)) {
            read.load(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
