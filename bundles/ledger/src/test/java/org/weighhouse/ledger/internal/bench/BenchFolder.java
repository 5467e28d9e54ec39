package org.weighhouse.ledger.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder for all sides of a benchmark, so that they share a disk; under {@code target}, gone afterwards. */
public record BenchFolder(Path path) implements AutoCloseable {

    public static BenchFolder create() throws IOException {
        Path parent = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
        return new BenchFolder(Files.createTempDirectory(parent, "run"));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
