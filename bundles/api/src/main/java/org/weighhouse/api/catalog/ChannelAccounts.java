package org.weighhouse.api.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.WorkspaceId;

/**
 * Channel accounts: a workspace has any number a channel, and one of them is the standard one, meant by a request that
 * names none. Thread-safe; reads are answered from memory.
 */
@ProviderType
public interface ChannelAccounts {

    /**
     * Connects a workspace to a channel. The first account of a channel is its standard one.
     *
     * @throws IllegalArgumentException if the workspace is unknown, the name is taken, the address is not http or https,
     *     or something is too long or, by the channel's fields, missing or unknown; the message says which
     */
    ChannelAccount connect(WorkspaceId workspace, String channel, AccountDetails details);

    /**
     * Changes an account. A secret that is not given stays as it was.
     *
     * @throws IllegalArgumentException as for {@link #connect}, or if there is no such account
     */
    ChannelAccount change(String accountId, AccountDetails details);

    /**
     * Makes an account the one that is meant by requests that name none.
     *
     * @throws IllegalArgumentException if there is no such account
     */
    void makeStandard(String accountId);

    /**
     * Removes an account. If it was the standard one, the oldest of those left is.
     *
     * @return whether there was such an account
     */
    boolean disconnect(String accountId);

    /** A workspace's accounts, by channel, then oldest first. */
    List<ChannelAccount> list(WorkspaceId workspace);

    /** A workspace's accounts of a channel, oldest first. */
    List<ChannelAccount> list(WorkspaceId workspace, String channel);

    Optional<ChannelAccount> find(String accountId);

    /** The account of a channel that is meant where none is named. */
    Optional<ChannelAccount> standard(WorkspaceId workspace, String channel);
}
