package org.weighhouse.assembler.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is in a distribution, unpacked: Karaf, what it brings, and what is ours. */
final class Distribution {

    /** Laid out as a repository of Maven, so that places tell what is there. */
    private static final String REPOSITORY = "system";

    private Distribution() {}

    /** The parts in it, by their places. */
    static List<Part> read(Path folder, JarReader jars) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path place : places(folder)) {
            Optional<Maven> known = place.startsWith(REPOSITORY)
                    ? Optional.of(Maven.at(Path.of(REPOSITORY).relativize(place)))
                    : Optional.empty();
            parts.add(jars.read(place.getFileName().toString(), Files.readAllBytes(folder.resolve(place)), known));
        }
        return parts;
    }

    private static List<Path> places(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(jar|war)"))
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }
}
