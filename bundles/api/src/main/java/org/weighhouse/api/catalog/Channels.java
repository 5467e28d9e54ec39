package org.weighhouse.api.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.channel.ChannelDescriptor;

/** Every channel ever installed: a channel keeps its name and colour after its adapter is gone. Thread-safe. */
@ProviderType
public interface Channels {

    /** @param online whether its adapter is running */
    record Channel(ChannelDescriptor descriptor, boolean online) {}

    /** Ordered by display name. */
    List<Channel> all();

    Optional<Channel> find(String id);

    /**
     * Makes a channel known that has no adapter here, for instance before its history is imported. It is offline until
     * its adapter comes; a running adapter's own descriptor always wins.
     */
    void remember(ChannelDescriptor descriptor);

    /** Calls back after an adapter came or went. */
    Subscription subscribe(Runnable listener);
}
