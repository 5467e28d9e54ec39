package org.weighhouse.database.internal;

import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.database.Dialect;

/** Derby in this process, with the durability it has by default: a commit is on disk when it returns. */
final class DerbyEngine implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(DerbyEngine.class);
    private static final String DATABASE_IS_DOWN = "08006";
    private static final String ENGINE_IS_DOWN = "XJ015";

    private final EmbeddedDataSource dataSource;
    private final String name;

    DerbyEngine(JdbcUrl url, Path logFile, DerbySettings settings) {
        System.setProperty("derby.stream.error.file", logFile.toString());
        settings.apply();
        this.name = url.derbyName();
        DerbyCreation.createWhole(name, url.derbyAttributes(), place -> {
            boot(named(place, url.derbyAttributes()), place);
            shutDown(place, DATABASE_IS_DOWN);
        });
        this.dataSource = named(name, url.derbyAttributes());
        boot(dataSource, name);
    }

    /**
     * Creates or recovers the database before the pool asks for it: that may take longer than a connection may take, on a
     * slow disk or after a crash.
     */
    private static void boot(EmbeddedDataSource source, String name) {
        try (Connection booted = source.getConnection()) {
            LOG.debug("Derby has opened {}", booted);
        } catch (SQLException e) {
            throw new IllegalStateException("Derby cannot open the database " + name + ": " + rootMessage(e), e);
        }
    }

    /** Derby says the reason, such as another process that has the database open, in the last exception of its chain. */
    private static String rootMessage(SQLException e) {
        SQLException last = e;
        while (last.getNextException() != null) {
            last = last.getNextException();
        }
        return last.getMessage();
    }

    @Override
    public Dialect dialect() {
        return Dialect.DERBY;
    }

    @Override
    public DataSource unpooled() {
        return dataSource;
    }

    @Override
    public Path copyTo(Path folder) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                CallableStatement backup = connection.prepareCall("call SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            backup.setString(1, folder.toString());
            backup.execute();
        }
        return folder.resolve(Path.of(name).getFileName());
    }

    @Override
    public void close() {
        shutDown(name, DATABASE_IS_DOWN);
    }

    /** Ends Derby itself in this process, with its threads and its log file. */
    static void shutDownEngine() {
        shutDown("", ENGINE_IS_DOWN);
    }

    private static void shutDown(String database, String expectedState) {
        EmbeddedDataSource ending = named(database);
        ending.setShutdownDatabase("shutdown");
        try (Connection never = ending.getConnection()) {
            LOG.warn("Derby did not confirm its shutdown: {}", never);
        } catch (SQLException e) {
            // Derby says by an exception that all is well.
            if (!expectedState.equals(e.getSQLState())) {
                LOG.warn("Derby did not shut down cleanly: {}", e.getMessage());
            }
        }
    }

    private static EmbeddedDataSource named(String database, String attributes) {
        EmbeddedDataSource source = named(database);
        source.setConnectionAttributes(attributes);
        return source;
    }

    private static EmbeddedDataSource named(String database) {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(database);
        return source;
    }
}
