package org.weighhouse.catalog.internal;

class AccountRulesOnPostgresqlTest extends AccountRulesContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
