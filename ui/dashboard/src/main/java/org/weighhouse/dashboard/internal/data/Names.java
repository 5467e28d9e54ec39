package org.weighhouse.dashboard.internal.data;

import java.util.List;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.catalog.Channels;

/** Names and colours of the values that use is broken down by. */
public final class Names {

    /** For values that have no colour of their own; told apart in light and dark and with colour blindness. */
    private static final List<String> PALETTE = List.of(
            "#5B6CF0", "#12A594", "#E5844A", "#B45CC8", "#3D9BE0", "#C9A227", "#D6527E", "#6E8C3A", "#8A7CD8",
            "#4FA3A0");

    private static final String UNSAID_COLOR = "#94A0B4";

    private final Channels channels;

    public Names(Channels channels) {
        this.channels = channels;
    }

    public String label(Dimension by, String key) {
        if (key.isEmpty()) {
            return "Not attributed";
        }
        return by == Dimension.CHANNEL
                ? channels.find(key).map(channel -> channel.descriptor().name()).orElse(key)
                : readable(key);
    }

    /**
     * The channel's own colour, also after its adapter is gone; otherwise one of the palette.
     *
     * @param position of the key among all keys of the breakdown, so that neighbours differ
     */
    public String color(Dimension by, String key, int position) {
        if (key.isEmpty() || key.equals(Attribution.OTHER)) {
            return UNSAID_COLOR;
        }
        String fromPalette = PALETTE.get(position % PALETTE.size());
        if (by != Dimension.CHANNEL) {
            return fromPalette;
        }
        return channels.find(key).map(channel -> channel.descriptor().color()).orElse(fromPalette);
    }

    /** {@code spring-sale} reads {@code Spring sale}; what is written with capitals or blanks stays as it is. */
    static String readable(String key) {
        if (!key.matches("[a-z0-9]+([-_][a-z0-9]+)*") || key.matches(".*\\d.*")) {
            return key;
        }
        String words = key.replace('-', ' ').replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
