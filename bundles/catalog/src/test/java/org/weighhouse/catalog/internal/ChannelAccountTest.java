package org.weighhouse.catalog.internal;

import org.junit.jupiter.api.Nested;

class ChannelAccountTest {

    @Nested
    class OnDerby extends ChannelAccountContract {
        @Override
        String url() {
            return "jdbc:derby:" + folder.resolve("db") + ";create=true";
        }
    }

    @Nested
    class OnPostgresql extends ChannelAccountContract {
        private final String url = PostgresServer.newDatabase();

        @Override
        String url() {
            return url;
        }
    }
}
