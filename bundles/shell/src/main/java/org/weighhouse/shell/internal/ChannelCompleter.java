package org.weighhouse.shell.internal;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.weighhouse.api.channel.Channels;

/** Offers the ids of channels. */
@Service
public final class ChannelCompleter extends IdCompleter {

    @Override
    Stream<String> ids(Services services, ConsoleUser user) {
        return services.find(Channels.class).stream()
                .flatMap(catalog -> catalog.all().stream())
                .map(channel -> channel.descriptor().id());
    }
}
