package org.weighhouse.api.channel;

import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.share.Sharer;

/** Who a request comes from, once that was recognised. */
public sealed interface Caller {

    WorkspaceId workspace();

    /** Whose share of places, connections and the like it takes: of its workspace's, each key, account or visitor its own. */
    default Sharer sharer() {
        String member =
                switch (this) {
                    case Key key -> key.id();
                    case Account account -> "account " + account.id();
                    case Visitor visitor -> "visitor " + visitor.account() + " " + visitor.id();
                };
        return new Sharer(workspace().value(), member);
    }

    /**
     * A bot, by its key.
     *
     * @param id public id of the key
     */
    record Key(WorkspaceId workspace, String id) implements Caller {}

    /**
     * A platform, by the webhook address of an account; the adapter verifies that it is really the platform.
     *
     * @param id id of the account
     */
    record Account(WorkspaceId workspace, String id) implements Caller {}

    /**
     * A person, recognised by the adapter, such as a visitor of a web chat.
     *
     * @param account id of the account that the person came by
     * @param id the adapter's name for the person
     */
    record Visitor(WorkspaceId workspace, String account, String id) implements Caller {}
}
