package org.weighhouse.catalog.internal;

class AuditOnDerbyTest extends AuditContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
