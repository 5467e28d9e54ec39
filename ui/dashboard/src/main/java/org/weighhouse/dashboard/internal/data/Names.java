package org.weighhouse.dashboard.internal.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.catalog.ApiKeys.KeyInfo;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.channel.Channels;

/** Names and colours of the values that use is broken down by. */
public final class Names {

    /** For values that have no colour of their own; told apart in light and dark and with colour blindness. */
    private static final List<String> PALETTE = List.of(
            "#5B6CF0", "#12A594", "#E5844A", "#B45CC8", "#3D9BE0", "#C9A227", "#D6527E", "#6E8C3A", "#8A7CD8",
            "#4FA3A0");

    private static final String UNSAID_COLOR = "#94A0B4";

    private final Channels channels;
    private final Map<String, ChannelAccount> accounts;
    private final Map<String, String> keys;

    /** Channels as they are named everywhere; accounts and keys are a workspace's own. */
    public Names(Channels channels, List<ChannelAccount> accounts, List<KeyInfo> keys) {
        this.channels = channels;
        this.accounts = accounts.stream().collect(Collectors.toMap(ChannelAccount::id, account -> account));
        this.keys = keys.stream().collect(Collectors.toMap(KeyInfo::id, KeyInfo::label));
    }

    /** An account or key that is gone goes by its id. */
    public String label(Dimension by, String key) {
        if (key.isEmpty()) {
            return "Not attributed";
        }
        return switch (by) {
            case CHANNEL -> channel(key);
            case ACCOUNT -> accounts.containsKey(key) ? label(accounts.get(key)) : key;
            case KEY -> keys.getOrDefault(key, key);
            case MARKET -> key;
            case MESSAGE_KIND, CAMPAIGN, AUTOMATION_FLOW, AI_FEATURE, MODEL -> readable(key);
        };
    }

    /** With its channel, for accounts of different channels may have one name. */
    private String label(ChannelAccount account) {
        return account.name() + " (" + channel(account.channel()) + ")";
    }

    private String channel(String id) {
        return channels.find(id).map(channel -> channel.descriptor().name()).orElse(id);
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
