package org.weighhouse.catalog.internal;

class ChannelOnDerbyTest extends ChannelContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
