package org.weighhouse.assembler.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a commented template of every configuration of ours into a distribution: {@code etc/templates}, where nothing reads
 * them. Runs in the build only.
 */
public final class WriteTemplates {

    private static final String OURS = "system/org/weighhouse";

    /** For demonstrations; nobody sets it up. */
    private static final String DEMO = "weighhouse-simulator";

    private WriteTemplates() {}

    /** @param args the unpacked distribution */
    public static void main(String[] args) throws IOException {
        Path distribution = Path.of(args[0]);
        Path templates = Files.createDirectories(distribution.resolve("etc/templates"));
        for (Path bundle : bundles(distribution.resolve(OURS))) {
            for (Settings settings : SettingsReader.read(bundle)) {
                Files.writeString(templates.resolve(settings.pid() + ".cfg"), Template.of(settings));
            }
        }
    }

    private static List<Path> bundles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(jar|war)"))
                    .filter(file -> !file.getFileName().toString().startsWith(DEMO))
                    .sorted()
                    .toList();
        }
    }
}
