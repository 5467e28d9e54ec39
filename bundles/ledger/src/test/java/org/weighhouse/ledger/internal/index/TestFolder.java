package org.weighhouse.ledger.internal.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files of one try, gone afterwards. */
final class TestFolder implements AutoCloseable {

    private final Path path;

    TestFolder() throws IOException {
        path = Files.createTempDirectory("weighhouse-index");
    }

    Path path() {
        return path;
    }

    /** Deletes what no manifest names, as the folder's owner does. */
    void keepOnly(List<StoredRun> named) throws IOException {
        List<String> names = named.stream().map(run -> run.file().name()).toList();
        for (Path file : files()) {
            if (!names.contains(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        keepOnly(List.of());
        Files.delete(path);
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }
}
