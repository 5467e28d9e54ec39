package org.weighhouse.ledger.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for checkpoints, under the module's own target folder. */
final class TestFolders {

    private TestFolders() {}

    static Path create() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "checkpoints")), "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
