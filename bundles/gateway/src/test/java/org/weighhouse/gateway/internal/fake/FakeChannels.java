package org.weighhouse.gateway.internal.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.catalog.Channels;
import org.weighhouse.api.channel.ChannelDescriptor;

/** Channels that are remembered and always offline. */
public final class FakeChannels implements Channels {

    private final Map<String, ChannelDescriptor> known = new ConcurrentHashMap<>();

    @Override
    public List<Channel> all() {
        return known.values().stream().map(one -> new Channel(one, false)).toList();
    }

    @Override
    public Optional<Channel> find(String id) {
        return Optional.ofNullable(known.get(id)).map(one -> new Channel(one, false));
    }

    @Override
    public void remember(ChannelDescriptor descriptor) {
        known.put(descriptor.id(), descriptor);
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        return () -> {};
    }
}
