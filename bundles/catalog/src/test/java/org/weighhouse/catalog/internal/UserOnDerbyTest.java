package org.weighhouse.catalog.internal;

class UserOnDerbyTest extends UserContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
