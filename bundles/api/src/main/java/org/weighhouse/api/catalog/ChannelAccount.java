package org.weighhouse.api.catalog;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.WorkspaceId;

/**
 * A workspace's connection to a channel or AI provider: a number, a page, a bot, a project.
 *
 * @param id ours, unique over all workspaces; stands in webhook addresses and attributions
 * @param channel id of the adapter
 * @param name for people; unique among the workspace's accounts of the channel
 * @param baseUrl where the platform is reached, without a slash at its end
 * @param settings by the names of the channel's {@link org.weighhouse.api.channel.AccountField}s
 * @param secrets likewise; encrypted at rest
 * @param standard whether it is the one that a request means which names none
 */
public record ChannelAccount(
        String id,
        WorkspaceId workspace,
        String channel,
        String name,
        URI baseUrl,
        Map<String, String> settings,
        Map<String, Secret> secrets,
        boolean standard) {

    public ChannelAccount {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    /** Where the platform calls back to, below the gateway's address, if the channel listens to it at all. */
    public String webhookPath() {
        return "/webhooks/" + channel + "/" + id;
    }

    public Optional<String> setting(String field) {
        return Optional.ofNullable(settings.get(field));
    }

    public Optional<Secret> secret(String field) {
        return Optional.ofNullable(secrets.get(field));
    }
}
