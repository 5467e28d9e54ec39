package org.weighhouse.database.internal;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.database.Dialect;
import org.weighhouse.database.MigrationException;
import org.weighhouse.database.Migrations;

/** Runs Flyway over one bundle's scripts. */
final class Migrator {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

    private static final Map<String, String> DERBY = Map.of(
            "blob", "blob(1G)",
            "hash", "varchar(32) for bit data",
            "text", "clob",
            "timestamp", "timestamp",
            "double", "double");
    private static final Map<String, String> POSTGRESQL = Map.of(
            "blob", "bytea",
            "hash", "bytea",
            "text", "text",
            "timestamp", "timestamp with time zone",
            "double", "double precision");

    private final Dialect dialect;
    private final DataSource dataSource;

    Migrator(Dialect dialect, DataSource dataSource) {
        this.dialect = dialect;
        this.dataSource = dataSource;
    }

    /** One at a time: embedded Derby deadlocks on its catalogue when two bundles create tables at once. */
    synchronized void migrate(Migrations migrations, String historyTable) {
        // Flyway finds its plug-ins through the class loader that it is given and through the thread's.
        ClassLoader flyway = Flyway.class.getClassLoader();
        try {
            MigrateResult result = WithClassLoader.call(flyway, () -> Flyway.configure(flyway)
                    .dataSource(dataSource)
                    .resourceProvider(new ScriptResources(migrations.on(dialect)))
                    .table(historyTable)
                    // Another bundle's tables may already be there; version 0 leaves every script of ours to be run.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholders(dialect == Dialect.DERBY ? DERBY : POSTGRESQL)
                    .loggers("slf4j")
                    .load()
                    .migrate());
            if (result.migrationsExecuted > 0) {
                LOG.info("{}: {} migrations run", historyTable, result.migrationsExecuted);
            }
        } catch (FlywayException e) {
            throw new MigrationException(historyTable + ": " + e.getMessage(), e);
        }
    }
}
