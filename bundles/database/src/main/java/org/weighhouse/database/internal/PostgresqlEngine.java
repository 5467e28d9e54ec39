package org.weighhouse.database.internal;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.weighhouse.database.Dialect;

/** A PostgreSQL server somewhere else. */
final class PostgresqlEngine implements Engine {

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    PostgresqlEngine(JdbcUrl url) {
        try {
            dataSource.setUrl(url.value());
        } catch (IllegalArgumentException e) {
            // Without its cause: the driver's message repeats the URL, password included.
            throw new IllegalArgumentException("PostgreSQL's driver does not understand the URL " + url);
        }
        dataSource.setApplicationName("weighhouse");
        dataSource.setTcpKeepAlive(true);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public DataSource unpooled() {
        return dataSource;
    }

    @Override
    public Path copyTo(Path folder) {
        throw new IllegalStateException("the database is a PostgreSQL server; back it up with its own tools, such as"
                + " pg_basebackup or pg_dump, and keep secret.key of the data folder beside it");
    }

    @Override
    public void close() {
        // The server is not ours to stop.
    }
}
