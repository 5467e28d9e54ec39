package org.weighhouse.database;

/** Which product a {@link Database} is. */
public enum Dialect {
    DERBY,
    POSTGRESQL
}
