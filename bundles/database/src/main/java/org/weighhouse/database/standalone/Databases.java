package org.weighhouse.database.standalone;

import java.nio.file.Path;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.internal.PooledDatabase;

/** Opens databases where there is no OSGi framework: tests, benchmarks, command-line tools. */
public final class Databases {

    private Databases() {}

    /**
     * Opens a database with default settings.
     *
     * @param url JDBC URL, {@code jdbc:derby:...} or {@code jdbc:postgresql:...}
     * @param dataFolder existing folder for Derby's own log
     * @throws IllegalArgumentException for a URL of another product
     */
    public static OwnedDatabase open(String url, Path dataFolder) {
        return PooledDatabase.open(url, dataFolder);
    }
}
