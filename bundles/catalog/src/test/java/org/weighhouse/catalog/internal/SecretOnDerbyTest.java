package org.weighhouse.catalog.internal;

class SecretOnDerbyTest extends SecretContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
