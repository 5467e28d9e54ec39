package org.weighhouse.database;

/** A database that its opener closes. */
public interface OwnedDatabase extends Database, AutoCloseable {

    /** Closes the pool and, of embedded Derby, the database. */
    @Override
    void close();
}
