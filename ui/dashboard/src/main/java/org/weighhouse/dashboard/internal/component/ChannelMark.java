package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.weighhouse.dashboard.internal.data.ChannelView;

/** A channel's icon on its colour, and its state in words. */
public final class ChannelMark {

    private ChannelMark() {}

    public static Span badge(ChannelView channel) {
        Span badge = new Span(Icon.ofChannel(channel.icon()).create());
        badge.addClassName("wh-channel-badge");
        badge.getStyle().set("--channel", channel.color());
        return badge;
    }

    public static Span state(ChannelView channel) {
        String word = channel.online() ? "Online" : "Offline";
        Span state = new Span((channel.online() ? Icon.ONLINE : Icon.OFFLINE).create(), new Span(word));
        state.setId("channel-" + channel.id() + "-state");
        state.addClassName("wh-pill");
        state.getElement().setAttribute("data-state", word.toLowerCase(Locale.ROOT));
        return state;
    }
}
