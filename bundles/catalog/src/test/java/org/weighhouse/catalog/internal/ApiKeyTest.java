package org.weighhouse.catalog.internal;

import org.junit.jupiter.api.Nested;

class ApiKeyTest {

    @Nested
    class OnDerby extends ApiKeyContract {
        @Override
        String url() {
            return "jdbc:derby:" + folder.resolve("db") + ";create=true";
        }
    }

    @Nested
    class OnPostgresql extends ApiKeyContract {
        private final String url = PostgresServer.newDatabase();

        @Override
        String url() {
            return url;
        }
    }
}
