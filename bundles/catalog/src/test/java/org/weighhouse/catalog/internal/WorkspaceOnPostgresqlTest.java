package org.weighhouse.catalog.internal;

class WorkspaceOnPostgresqlTest extends WorkspaceContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
