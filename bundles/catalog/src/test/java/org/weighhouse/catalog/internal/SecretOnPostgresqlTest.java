package org.weighhouse.catalog.internal;

class SecretOnPostgresqlTest extends SecretContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
