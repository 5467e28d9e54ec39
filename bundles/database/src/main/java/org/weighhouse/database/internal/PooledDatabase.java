package org.weighhouse.database.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.weighhouse.database.Dialect;
import org.weighhouse.database.Migrations;
import org.weighhouse.database.OwnedDatabase;

/** An engine with a pool before it. */
public final class PooledDatabase implements OwnedDatabase {

    private final Engine engine;
    private final HikariDataSource pool;
    private final Migrator migrator;

    PooledDatabase(Engine engine, int poolSize, Duration connectionTimeout) {
        this.engine = engine;
        HikariConfig config = new HikariConfig();
        config.setPoolName("weighhouse");
        config.setDataSource(engine.unpooled());
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(2, poolSize));
        config.setConnectionTimeout(connectionTimeout.toMillis());
        this.pool = WithClassLoader.call(HikariDataSource.class.getClassLoader(), () -> new HikariDataSource(config));
        this.migrator = new Migrator(engine.dialect(), pool);
    }

    /** With the default settings of {@link DatabaseConfiguration}. */
    public static PooledDatabase open(String url, Path dataFolder) {
        JdbcUrl jdbcUrl = new JdbcUrl(url);
        Engine engine =
                switch (jdbcUrl.dialect()) {
                    case DERBY -> new DerbyEngine(jdbcUrl, dataFolder.resolve("derby.log"), DerbySettings.DEFAULT);
                    case POSTGRESQL -> new PostgresqlEngine(jdbcUrl);
                };
        return new PooledDatabase(engine, 10, Duration.ofSeconds(10));
    }

    @Override
    public Dialect dialect() {
        return engine.dialect();
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public Connection openConnection() throws SQLException {
        return engine.unpooled().getConnection();
    }

    @Override
    public Path copyTo(Path folder) throws SQLException {
        return engine.copyTo(folder);
    }

    @Override
    public void migrate(Migrations migrations, String historyTable) {
        migrator.migrate(migrations, historyTable);
    }

    @Override
    public void close() {
        pool.close();
        engine.close();
    }
}
