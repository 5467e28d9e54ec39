package org.weighhouse.assembler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars of a distribution, web applications among them. */
public final class Jars {

    private Jars() {}

    /** All files of the kind in a folder and below it, in the order of their names. */
    public static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(jar|war)"))
                    .sorted()
                    .toList();
        }
    }
}
