package org.weighhouse.catalog.internal;

class FeedOnPostgresqlTest extends FeedContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
