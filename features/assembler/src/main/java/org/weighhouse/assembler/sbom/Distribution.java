package org.weighhouse.assembler.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weighhouse.assembler.Jars;

/** All that is in a distribution, unpacked: Karaf, what it brings, and what is ours. */
final class Distribution {

    /** Laid out as a repository of Maven, so that places tell what is there. */
    private static final String REPOSITORY = "system";

    private Distribution() {}

    /** The parts in it, by their places. */
    static List<Part> read(Path folder, JarReader jars) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path jar : Jars.below(folder)) {
            Path place = folder.relativize(jar);
            Optional<Maven> known = place.startsWith(REPOSITORY)
                    ? Optional.of(Maven.at(Path.of(REPOSITORY).relativize(place)))
                    : Optional.empty();
            parts.add(jars.read(place.getFileName().toString(), Files.readAllBytes(jar), known));
        }
        return parts;
    }
}
