package org.weighhouse.report.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.Unit;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;

/** Channels in memory. */
final class FakeChannels implements Channels {

    private final Map<String, Channel> channels = new LinkedHashMap<>();

    FakeChannels with(String id, String name, String color, Unit unit) {
        ChannelDescriptor descriptor =
                new ChannelDescriptor(id, name, color, "dot", unit, "http://[::1]", Map.of(), List.of());
        remember(descriptor);
        return this;
    }

    @Override
    public void remember(ChannelDescriptor descriptor) {
        channels.put(descriptor.id(), new Channel(descriptor, true));
    }

    @Override
    public List<Channel> all() {
        return List.copyOf(channels.values());
    }

    @Override
    public Optional<Channel> find(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        throw new UnsupportedOperationException("reports do not watch");
    }
}
