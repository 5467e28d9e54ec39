package org.weighhouse.catalog.internal;

class AuditOnPostgresqlTest extends AuditContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
