package org.weighhouse.database.internal;

import java.nio.file.Path;
import org.weighhouse.database.Dialect;

/** A JDBC URL; its text never shows what comes after the database's name, for a password may be there. */
record JdbcUrl(String value) {

    private static final String DERBY = "jdbc:derby:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    JdbcUrl {
        if (!value.startsWith(DERBY) && !value.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("a database URL starts with " + DERBY + " or " + POSTGRESQL);
        }
    }

    static JdbcUrl derbyIn(Path dataFolder) {
        return new JdbcUrl(DERBY + dataFolder.resolve("db") + ";create=true");
    }

    Dialect dialect() {
        return value.startsWith(DERBY) ? Dialect.DERBY : Dialect.POSTGRESQL;
    }

    /** Of a Derby URL: the folder of the database. */
    String derbyName() {
        return withoutAttributes().substring(DERBY.length());
    }

    /** Of a Derby URL: what follows the first semicolon, without asking for a shutdown. */
    String derbyAttributes() {
        int semicolon = value.indexOf(';');
        return semicolon < 0 ? "" : value.substring(semicolon + 1);
    }

    private String withoutAttributes() {
        int end = value.length();
        for (char separator : new char[] {';', '?'}) {
            int at = value.indexOf(separator);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return value.substring(0, end);
    }

    @Override
    public String toString() {
        String shown = withoutAttributes();
        int credentials = shown.lastIndexOf('@');
        return credentials < 0 ? shown : POSTGRESQL + "//…" + shown.substring(credentials);
    }
}
