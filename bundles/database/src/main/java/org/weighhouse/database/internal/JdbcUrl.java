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
        // The driver takes what is before the @ for host and port, and logs it.
        if (value.startsWith(POSTGRESQL) && beforeAttributes(value).contains("@")) {
            throw new IllegalArgumentException("credentials belong into the parameters user and password of the URL");
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
        return beforeAttributes(value);
    }

    private static String beforeAttributes(String url) {
        int end = url.length();
        for (char separator : new char[] {';', '?'}) {
            int at = url.indexOf(separator);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return url.substring(0, end);
    }

    @Override
    public String toString() {
        return withoutAttributes();
    }
}
