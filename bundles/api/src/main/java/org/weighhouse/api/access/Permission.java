package org.weighhouse.api.access;

/** What somebody may do. Each permission is about the whole installation or about one workspace, never both. */
public enum Permission {

    /** Everything that concerns the installation: workspaces, plans, users of any kind, bundles, files, the host. */
    ADMINISTER(Scope.INSTALLATION),

    /** Look at health and logs, verify the ledger, restart adapters; no secrets and no money. */
    OPERATE(Scope.INSTALLATION),

    /** Change a workspace: credits, keys, accounts, campaigns, alerts, schedules and its users. */
    MANAGE(Scope.WORKSPACE),

    /** See a workspace and export what is seen. */
    LOOK(Scope.WORKSPACE);

    /** What a permission is about. */
    public enum Scope {
        INSTALLATION,
        WORKSPACE
    }

    private final Scope scope;

    Permission(Scope scope) {
        this.scope = scope;
    }

    public Scope scope() {
        return scope;
    }
}
