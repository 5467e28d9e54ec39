package org.weighhouse.catalog.internal;

class ChannelOnPostgresqlTest extends ChannelContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
