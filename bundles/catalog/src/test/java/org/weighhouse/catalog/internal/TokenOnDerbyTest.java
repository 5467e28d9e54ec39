package org.weighhouse.catalog.internal;

class TokenOnDerbyTest extends TokenContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
