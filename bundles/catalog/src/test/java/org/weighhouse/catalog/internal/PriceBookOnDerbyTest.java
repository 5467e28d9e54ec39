package org.weighhouse.catalog.internal;

class PriceBookOnDerbyTest extends PriceBookContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
