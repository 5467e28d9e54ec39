package org.weighhouse.gateway.internal.rest;

import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.KeyScope;

/** Who may use an operation of the REST API. */
public sealed interface Need {

    /** Anybody; nobody is asked who they are. */
    Need NOTHING = new Nothing();

    /** See {@link #NOTHING}. */
    record Nothing() implements Need {}

    /** Bots and the like, for the workspace of their key, which has to be good for this. */
    record Scope(KeyScope scope) implements Need {}

    /**
     * Whoever has a permission: users by a token, and keys as far as they stand for a role. A permission about a workspace is
     * needed in the one that the path names; where it names none, in any.
     */
    record Right(Permission permission) implements Need {}
}
