package org.weighhouse.catalog.internal;

class AccountRulesOnDerbyTest extends AccountRulesContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
