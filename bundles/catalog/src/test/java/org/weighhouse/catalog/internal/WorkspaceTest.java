package org.weighhouse.catalog.internal;

import org.junit.jupiter.api.Nested;

class WorkspaceTest {

    @Nested
    class OnDerby extends WorkspaceContract {
        @Override
        String url() {
            return "jdbc:derby:" + folder.resolve("db") + ";create=true";
        }
    }

    @Nested
    class OnPostgresql extends WorkspaceContract {
        private final String url = PostgresServer.newDatabase();

        @Override
        String url() {
            return url;
        }
    }
}
