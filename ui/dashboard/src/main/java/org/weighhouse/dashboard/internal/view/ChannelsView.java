package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.List;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.component.AccountItem;
import org.weighhouse.dashboard.internal.component.ChannelMark;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.data.ChannelView;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.UnitNames;
import org.weighhouse.dashboard.internal.services.Backend;

/** Every channel there is or was, and whether it runs. */
@Route(value = "channels", layout = MainLayout.class)
@PageTitle("Channels · Weighhouse")
public final class ChannelsView extends LiveView<List<ChannelView>> {

    private final UnorderedList list = new UnorderedList();
    private final Span empty =
            new Span("No channel was ever installed. Put an adapter's bundle into the deploy folder.");
    private List<ChannelView> shown = List.of();

    public ChannelsView() {
        super("Channels");
        list.addClassName("wh-channels");
        empty.addClassName("wh-empty");
        content().add(new Panel("Channels and AI providers", list, empty));
    }

    @Override
    List<ChannelView> read(Backend backend, Workspace workspace, Formats formats, Instant now) {
        return ChannelView.of(backend.channels(), backend.accounts(), workspace);
    }

    @Override
    void show(List<ChannelView> channels, Workspace workspace, Formats formats) {
        empty.setVisible(channels.isEmpty());
        if (channels.equals(shown)) {
            return;
        }
        shown = List.copyOf(channels);
        list.removeAll();
        channels.forEach(channel -> list.add(item(channel)));
    }

    private static Component accounts(ChannelView channel) {
        if (!channel.connected()) {
            Span none = new Span("No account connected");
            none.addClassName("wh-muted");
            return none;
        }
        UnorderedList accounts = new UnorderedList();
        accounts.addClassName("wh-accounts");
        accounts.getElement().setAttribute("aria-label", "Accounts of " + channel.name());
        channel.accounts().forEach(account -> accounts.add(new AccountItem(account)));
        return accounts;
    }

    private static ListItem item(ChannelView channel) {
        Span name = new Span(channel.name());
        name.addClassName("wh-channel-name");
        Span unit = new Span("Counted in " + UnitNames.noun(channel.unit()));
        unit.addClassName("wh-muted");
        Div text = new Div(name, unit, accounts(channel));
        text.addClassName("wh-channel-text");
        ListItem item = new ListItem(ChannelMark.badge(channel), text, ChannelMark.state(channel));
        item.setId("channel-" + channel.id());
        item.addClassName("wh-channel");
        return item;
    }
}
