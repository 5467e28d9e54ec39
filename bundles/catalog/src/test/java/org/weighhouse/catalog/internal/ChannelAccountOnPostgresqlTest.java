package org.weighhouse.catalog.internal;

class ChannelAccountOnPostgresqlTest extends ChannelAccountContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
