package org.weighhouse.deploy.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Which file stands in for which bundle, also after a restart. Thread-safe. */
final class Remembered {

    private final Path store;
    private final Properties locations = new Properties();

    Remembered(Path store) throws IOException {
        this.store = store;
        if (Files.exists(store)) {
            try (Reader in = Files.newBufferedReader(store)) {
                locations.load(in);
            }
        }
    }

    synchronized Set<String> files() {
        return locations.stringPropertyNames();
    }

    synchronized Optional<String> location(String file) {
        return Optional.ofNullable(locations.getProperty(file));
    }

    synchronized void put(String file, String location) throws IOException {
        locations.setProperty(file, location);
        write();
    }

    synchronized void remove(String file) throws IOException {
        locations.remove(file);
        write();
    }

    private void write() throws IOException {
        try (Writer out = Files.newBufferedWriter(store)) {
            locations.store(out, null);
        }
    }
}
