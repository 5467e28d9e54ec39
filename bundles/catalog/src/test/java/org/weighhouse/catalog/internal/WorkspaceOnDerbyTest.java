package org.weighhouse.catalog.internal;

class WorkspaceOnDerbyTest extends WorkspaceContract {

    @Override
    String url() {
        return "jdbc:derby:" + folder.resolve("db") + ";create=true";
    }
}
