package org.weighhouse.bench;

import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Subscription;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;

/** No adapter was ever here: the rate card alone says what a message costs. */
final class NoChannels implements Channels {

    @Override
    public List<Channel> all() {
        return List.of();
    }

    @Override
    public Optional<Channel> find(String id) {
        return Optional.empty();
    }

    @Override
    public void remember(ChannelDescriptor descriptor) {
        throw new UnsupportedOperationException("the benchmark changes no channel");
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        return () -> {};
    }
}
