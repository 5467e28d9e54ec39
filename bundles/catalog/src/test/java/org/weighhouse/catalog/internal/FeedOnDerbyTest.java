package org.weighhouse.catalog.internal;

class FeedOnDerbyTest extends FeedContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
