package org.weighhouse.api.channel;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.weighhouse.api.Subscription;

/** Every channel ever installed: a channel keeps its name and colour after its adapter is gone. Thread-safe. */
@ProviderType
public interface Channels {

    /**
     * One channel.
     *
     * @param online whether its adapter is running
     * @param receives whether somebody takes what its platform calls back with: a {@link WebhookReceiver} is running
     */
    record Channel(ChannelDescriptor descriptor, boolean online, boolean receives) {

        /** A channel whose platform does not call back. */
        public Channel(ChannelDescriptor descriptor, boolean online) {
            this(descriptor, online, false);
        }
    }

    /** Ordered by display name. */
    List<Channel> all();

    Optional<Channel> find(String id);

    /**
     * Makes a channel known that has no adapter here, for instance before its history is imported. It is offline until
     * its adapter comes; a running adapter's own descriptor always wins.
     */
    void remember(ChannelDescriptor descriptor);

    /** Calls back after an adapter or a receiver came or went. */
    Subscription subscribe(Runnable listener);
}
