package org.weighhouse.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.DataFolder;
import org.weighhouse.database.Database;
import org.weighhouse.database.Dialect;
import org.weighhouse.database.Migrations;
import org.weighhouse.database.OwnedDatabase;

/** Publishes the database that configuration or environment name. */
@Component(
        service = {Database.class, DatabaseComponent.class},
        configurationPid = "org.weighhouse.database",
        immediate = true)
@Designate(ocd = DatabaseConfiguration.class)
public final class DatabaseComponent implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseComponent.class);

    /** Few read a copy, one after the other. */
    private static final int COPY_CONNECTIONS = 4;

    private static final Duration COPY_TIMEOUT = Duration.ofMinutes(1);

    private final PooledDatabase database;
    private final Path logFile;
    private final DerbySettings settings;

    @Activate
    public DatabaseComponent(DatabaseConfiguration config) {
        Location location = Location.of(config.url(), System.getenv(), DataFolder.path());
        try {
            DataFolder.make(location.dataFolder());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the data folder", e);
        }
        this.logFile = location.dataFolder().resolve("derby.log");
        this.settings = new DerbySettings(
                config.derbyPageCacheSize(), config.derbyPageSizeInBytes(), config.derbyCheckpointIntervalInBytes());
        this.database = new PooledDatabase(
                engine(location), config.poolSize(), Duration.ofMillis(config.connectionTimeoutInMs()));
        LOG.info("Database is {}", location.url());
    }

    @Deactivate
    void close() {
        database.close();
        if (database.dialect() == Dialect.DERBY) {
            DerbyEngine.shutDownEngine();
        }
    }

    private Engine engine(Location location) {
        return switch (location.url().dialect()) {
            case DERBY -> new DerbyEngine(location.url(), logFile, settings);
            case POSTGRESQL -> new PostgresqlEngine(location.url());
        };
    }

    @Override
    public Dialect dialect() {
        return database.dialect();
    }

    @Override
    public DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    public Connection openConnection() throws SQLException {
        return database.openConnection();
    }

    @Override
    public Path copyTo(Path folder) throws SQLException {
        return database.copyTo(folder);
    }

    /** Opens a copy that {@link #copyTo} made; it is closed apart from the database itself. */
    OwnedDatabase openCopy(Path copy) {
        JdbcUrl url = new JdbcUrl("jdbc:derby:" + copy);
        return new PooledDatabase(new DerbyEngine(url, logFile, settings), COPY_CONNECTIONS, COPY_TIMEOUT);
    }

    @Override
    public void migrate(Migrations migrations, String historyTable) {
        database.migrate(migrations, historyTable);
    }

    /** Where the database is, and where a data folder is. */
    record Location(JdbcUrl url, Path dataFolder) {

        static Location of(String configuredUrl, Map<String, String> environment, Path data) {
            String url = configuredUrl.isEmpty() ? environment.getOrDefault("WEIGHHOUSE_DB_URL", "") : configuredUrl;
            return new Location(url.isEmpty() ? JdbcUrl.derbyIn(data) : new JdbcUrl(url), data);
        }
    }
}
