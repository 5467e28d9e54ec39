package org.weighhouse.assembler.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weighhouse.assembler.Jars;

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
        for (Path bundle : Jars.below(distribution.resolve(OURS))) {
            if (bundle.getFileName().toString().startsWith(DEMO)) {
                continue;
            }
            for (Settings settings : SettingsReader.read(bundle)) {
                Files.writeString(templates.resolve(settings.pid() + ".cfg"), Template.of(settings));
            }
        }
    }
}
