package org.weighhouse.catalog.internal;

class TokenOnPostgresqlTest extends TokenContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
