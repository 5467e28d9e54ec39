package org.weighhouse.api;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** Where everything is kept that is written: one rule for every bundle. */
public final class DataFolder {

    /** Environment variable that names the folder. */
    public static final String VARIABLE = "WEIGHHOUSE_DATA";

    /** Not Karaf's own data folder: that is emptied by a clean start. */
    private static final String KARAF_PROPERTY = "karaf.base";

    private static final String IN_KARAF = "weighhouse";

    /** The place that the start script uses. */
    private static final String DEFAULT = ".weighhouse";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private DataFolder() {}

    /** The folder of this process. */
    public static Path path() {
        return of(System.getenv());
    }

    /** The folder of this process, if {@code environment} is what it was started with. */
    public static Path of(Map<String, String> environment) {
        return of(environment, System.getProperty(KARAF_PROPERTY, ""));
    }

    /**
     * What the environment names, else {@code weighhouse} in Karaf's folder, else {@code .weighhouse} in the working folder;
     * absolute.
     *
     * @param karafBase where Karaf's {@code etc} is; empty outside Karaf
     */
    static Path of(Map<String, String> environment, String karafBase) {
        String chosen = environment.getOrDefault(VARIABLE, "");
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        return (karafBase.isBlank() ? Path.of(DEFAULT) : Path.of(karafBase, IN_KARAF)).toAbsolutePath();
    }

    /** Makes a data folder if there is none: for its owner alone, since it holds credentials. */
    public static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createDirectories(folder);
        }
    }
}
