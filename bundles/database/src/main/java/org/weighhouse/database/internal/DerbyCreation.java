package org.weighhouse.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes a new Derby database beside its place, and moves it there when it is whole: Derby cannot open one again whose making
 * was cut short.
 */
final class DerbyCreation {

    private static final String UNFINISHED = ".creating";
    private static final String CREATE = "create=true";

    private DerbyCreation() {}

    /**
     * Does nothing if there is something at the database's place, or it is not to be made.
     *
     * @param create makes the database of a name and lets go of it
     */
    static void createWhole(String name, String attributes, Consumer<String> create) {
        boolean inFiles = !name.matches("(?i)(memory|classpath|jar|directory):.*") && !name.startsWith("(");
        if (!inFiles || !attributes.contains(CREATE) || Files.exists(Path.of(name))) {
            return;
        }
        Path unfinished = Path.of(name + UNFINISHED);
        try {
            delete(unfinished);
            create.accept(unfinished.toString());
            Files.move(unfinished, Path.of(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("the new database cannot be moved to " + name, failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> files = Files.walk(folder)) {
            inside = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : inside) {
            Files.delete(each);
        }
    }
}
