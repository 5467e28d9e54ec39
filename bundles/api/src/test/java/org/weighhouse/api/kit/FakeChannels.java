package org.weighhouse.api.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.channel.ChannelDescriptor;

/** Channels in memory, none of them running. */
public final class FakeChannels implements Channels {

    private final Map<String, Channel> channels = new LinkedHashMap<>();

    @Override
    public List<Channel> all() {
        return List.copyOf(channels.values());
    }

    @Override
    public Optional<Channel> find(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    @Override
    public void remember(ChannelDescriptor descriptor) {
        channels.put(descriptor.id(), new Channel(descriptor, false));
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        return () -> {};
    }
}
