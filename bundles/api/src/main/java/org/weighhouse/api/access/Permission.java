package org.weighhouse.api.access;

/** What somebody may do. Each permission is about the whole installation or about one workspace, never both. */
public enum Permission {

    /** Everything that concerns the installation: workspaces, plans, users of any kind, bundles, files, the host. */
    ADMINISTER(Scope.INSTALLATION, "platform admins"),

    /** Look at health and logs, verify the ledger, restart adapters; no secrets and no money. */
    OPERATE(Scope.INSTALLATION, "platform admins and operators"),

    /** Change a workspace: credits, keys, accounts, campaigns, alerts, schedules and its users. */
    MANAGE(Scope.WORKSPACE, "platform admins and managers of workspaces"),

    /** See a workspace and export what is seen. */
    LOOK(Scope.WORKSPACE, "those who may look at a workspace");

    /** What a permission is about. */
    public enum Scope {
        INSTALLATION,
        WORKSPACE
    }

    private final Scope scope;
    private final String holders;

    Permission(Scope scope, String holders) {
        this.scope = scope;
        this.holders = holders;
    }

    public Scope scope() {
        return scope;
    }

    /** Who has it, for refusals: what is refused "is for" them. */
    public String holders() {
        return holders;
    }
}
