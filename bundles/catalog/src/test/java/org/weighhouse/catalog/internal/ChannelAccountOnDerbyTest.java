package org.weighhouse.catalog.internal;

class ChannelAccountOnDerbyTest extends ChannelAccountContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
