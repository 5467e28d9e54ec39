package org.weighhouse.api.catalog;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.WorkspaceId;

/** Channel accounts; a workspace has at most one a channel. Thread-safe; reads are answered from memory. */
@ProviderType
public interface ChannelAccounts {

    /**
     * Connects a workspace to a channel, in place of an earlier account of that channel.
     *
     * @throws IllegalArgumentException if the workspace is unknown or the address is not http or https
     */
    ChannelAccount connect(WorkspaceId workspace, String channel, URI baseUrl, Secret credential);

    /** @return whether there was such an account */
    boolean disconnect(WorkspaceId workspace, String channel);

    List<ChannelAccount> list(WorkspaceId workspace);

    Optional<ChannelAccount> find(WorkspaceId workspace, String channel);
}
