package org.weighhouse.api.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.Unit;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;

/** Channels in memory, none of them running unless it is said. */
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

    /** A running channel that needs no account. */
    public FakeChannels with(String id, String name, String color, Unit unit) {
        ChannelDescriptor descriptor =
                new ChannelDescriptor(id, name, color, "dot", unit, "http://[::1]", Map.of(), List.of());
        channels.put(id, new Channel(descriptor, true));
        return this;
    }

    /** From now on somebody takes what the channel's platform calls back with. */
    public void receive(String id) {
        channels.computeIfPresent(id, (any, known) -> new Channel(known.descriptor(), known.online(), true));
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        return () -> {};
    }
}
