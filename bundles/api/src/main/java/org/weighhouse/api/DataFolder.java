package org.weighhouse.api;

import java.nio.file.Path;
import java.util.Map;

/** Where everything is kept that is written: one rule for every bundle. */
public final class DataFolder {

    /** Environment variable that names the folder. */
    public static final String VARIABLE = "WEIGHHOUSE_DATA";

    private static final String KARAF_PROPERTY = "karaf.data";

    /** The place that the start script uses. */
    private static final String DEFAULT = ".weighhouse";

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
     * What the environment names, else Karaf's data folder, else {@code .weighhouse} in the working folder; absolute.
     *
     * @param karafData Karaf's data folder; empty outside Karaf
     */
    static Path of(Map<String, String> environment, String karafData) {
        String chosen = environment.getOrDefault(VARIABLE, "");
        String folder = !chosen.isBlank() ? chosen : !karafData.isBlank() ? karafData : DEFAULT;
        return Path.of(folder).toAbsolutePath();
    }
}
