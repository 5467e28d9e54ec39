package org.weighhouse.assembler.sbom;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Finds out what a jar is, and what it has within: other jars, and libraries that were unpacked into it. */
final class JarReader {

    private final Tables tables;

    JarReader(Tables tables) {
        this.tables = tables;
    }

    /**
     * @param file its name
     * @param place what it is called, if its place tells
     */
    Part read(String file, byte[] jar, Optional<Maven> place) throws IOException {
        JarContent content = JarContent.of(jar);
        Maven self = place.or(() -> content.self(file)).orElseGet(() -> tables.library(file));
        List<Part> inside = new ArrayList<>();
        for (JarContent.Nested each : content.jars()) {
            inside.add(read(each.file(), each.bytes(), Optional.empty()));
        }
        content.unpacked()
                .filter(each -> !each.name().equals(self.name()))
                .map(each -> new Part(
                        each.purl(),
                        Optional.empty(),
                        tables.licence(each, content.licences(each, false)),
                        List.of(),
                        List.of()))
                .forEach(inside::add);
        if (Part.isOurs(self.group())) {
            content.undeclared().ifPresent(name -> tables.undeclared(file, name));
        }
        String licence = tables.licence(self, content.licences(self, true));
        return new Part(self.purl(), Optional.of(sha256(jar)), licence, content.texts(), inside);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
