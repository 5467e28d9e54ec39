package org.weighhouse.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one relational database of this installation: embedded Derby, or PostgreSQL by its URL. Tables belong to the
 * bundle that creates them; nobody reads another's. Thread-safe.
 */
@ProviderType
public interface Database {

    Dialect dialect();

    /** A pool of connections for short work. Auto-commit is on when a connection is taken. */
    DataSource dataSource();

    /**
     * Opens a connection outside the pool, for somebody who keeps it for good, such as the ledger's writer.
     *
     * @throws SQLException if the database cannot be reached
     */
    Connection openConnection() throws SQLException;

    /**
     * Copies the database while it is used: all that is committed before the copying ends is in the copy or comes after
     * everything that is.
     *
     * @param folder an existing one; the copy lies in it under the database's own name
     * @return where the copy lies
     * @throws IllegalStateException if the database is a server's, which has its own tools for that
     * @throws SQLException if the copying fails
     */
    Path copyTo(Path folder) throws SQLException;

    /**
     * Brings the caller's tables up to date. A script that ran before is not run again; a script that was changed since
     * is an error. These placeholders stand for what the dialects call differently: <code>${blob}</code> (bytes of any
     * length), <code>${hash}</code> (32 bytes), <code>${text}</code> (text of any length), <code>${timestamp}</code>
     * (a point in time), <code>${double}</code>.
     *
     * @param historyTable where the caller's history of scripts is kept; each caller has its own
     * @throws MigrationException if a script fails, or does not match the history
     */
    void migrate(Migrations migrations, String historyTable);
}
