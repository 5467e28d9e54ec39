package org.weighhouse.catalog.internal;

class ApiKeyOnPostgresqlTest extends ApiKeyContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
