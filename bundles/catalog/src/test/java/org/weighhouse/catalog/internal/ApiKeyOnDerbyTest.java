package org.weighhouse.catalog.internal;

class ApiKeyOnDerbyTest extends ApiKeyContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
