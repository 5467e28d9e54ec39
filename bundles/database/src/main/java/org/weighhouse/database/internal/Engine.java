package org.weighhouse.database.internal;

import javax.sql.DataSource;
import org.weighhouse.database.Dialect;

/** What differs between the products. */
sealed interface Engine permits DerbyEngine, PostgresqlEngine {

    Dialect dialect();

    /** Opens a new connection at each call. */
    DataSource unpooled();

    /** Ends what this engine started; the pool is closed before. */
    void close();
}
