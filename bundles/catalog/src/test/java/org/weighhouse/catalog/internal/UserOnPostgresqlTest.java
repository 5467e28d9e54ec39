package org.weighhouse.catalog.internal;

class UserOnPostgresqlTest extends UserContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
