package org.weighhouse.catalog.internal;

import org.junit.jupiter.api.Nested;

class ChannelTest {

    @Nested
    class OnDerby extends ChannelContract {
        @Override
        String url() {
            return "jdbc:derby:" + folder.resolve("db") + ";create=true";
        }
    }

    @Nested
    class OnPostgresql extends ChannelContract {
        private final String url = PostgresServer.newDatabase();

        @Override
        String url() {
            return url;
        }
    }
}
