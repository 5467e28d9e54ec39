package org.weighhouse.api.catalog;

import java.net.URI;
import org.weighhouse.api.WorkspaceId;

/**
 * A workspace's connection to a channel or AI provider.
 *
 * @param channel id of the adapter
 * @param baseUrl where the platform is reached, without a slash at its end
 * @param credential the platform's own credential, encrypted at rest
 */
public record ChannelAccount(String id, WorkspaceId workspace, String channel, URI baseUrl, Secret credential) {}
