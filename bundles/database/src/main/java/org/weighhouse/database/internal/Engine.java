package org.weighhouse.database.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.weighhouse.database.Dialect;

/** What differs between the products. */
sealed interface Engine permits DerbyEngine, PostgresqlEngine {

    Dialect dialect();

    /** Opens a new connection at each call. */
    DataSource unpooled();

    /** As {@link org.weighhouse.database.Database#copyTo}. */
    Path copyTo(Path folder) throws SQLException;

    /** Ends what this engine started; the pool is closed before. */
    void close();
}
