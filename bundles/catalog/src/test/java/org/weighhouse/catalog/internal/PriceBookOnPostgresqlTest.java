package org.weighhouse.catalog.internal;

class PriceBookOnPostgresqlTest extends PriceBookContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    String url() {
        return url;
    }
}
