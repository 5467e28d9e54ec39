package org.weighhouse.report.internal.usage;

import java.util.HashMap;
import java.util.Map;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;

/** Names and colours of channels as the catalog knows them, looked up once a report. Not thread-safe. */
public final class ChannelLabels {

    private static final String UNKNOWN_COLOR = "#8A94A3";

    private final Channels channels;
    private final Map<String, Label> known = new HashMap<>();

    /** @param color CSS hex colour */
    public record Label(String name, String color) {}

    public ChannelLabels(Channels channels) {
        this.channels = channels;
    }

    /** A channel the catalog never saw goes by its id. */
    public Label of(String id) {
        return known.computeIfAbsent(id, this::find);
    }

    private Label find(String id) {
        return channels.find(id)
                .map(Channels.Channel::descriptor)
                .map(ChannelLabels::label)
                .orElseGet(() -> new Label(id, UNKNOWN_COLOR));
    }

    private static Label label(ChannelDescriptor descriptor) {
        return new Label(descriptor.name(), descriptor.color());
    }
}
