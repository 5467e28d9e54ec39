package org.weighhouse.catalog.internal;

import java.nio.file.Path;
import java.util.Optional;

/** Where the catalog keeps what is no row of a table. */
final class DataFolder {

    private static final String SECRET_KEY_FILE = "secret.key";

    private DataFolder() {}

    static MasterKeySource masterKey(CatalogConfig config) {
        Path file =
                config.secretKeyFile().isBlank() ? folder().resolve(SECRET_KEY_FILE) : Path.of(config.secretKeyFile());
        return new MasterKeySource(Optional.ofNullable(System.getenv(MasterKeySource.ENVIRONMENT)), file);
    }

    /** {@code WEIGHHOUSE_DATA}, else Karaf's data folder, else the place the start script uses. */
    private static Path folder() {
        String chosen = System.getenv("WEIGHHOUSE_DATA");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen);
        }
        String karaf = System.getProperty("karaf.data");
        return Path.of(karaf == null ? ".weighhouse" : karaf);
    }
}
