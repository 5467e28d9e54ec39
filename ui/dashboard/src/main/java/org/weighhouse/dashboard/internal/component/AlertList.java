package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.weighhouse.dashboard.internal.data.SystemAlert;

/** What wants attention now; told to screen readers when it changes. */
public final class AlertList extends Div {

    private List<SystemAlert> shown = List.of();

    public AlertList(String id) {
        setId(id);
        addClassName("wh-alerts");
        getElement().setAttribute("aria-live", "polite");
        add(allWell());
    }

    public void show(List<SystemAlert> alerts) {
        if (alerts.equals(shown)) {
            return;
        }
        shown = alerts;
        removeAll();
        if (alerts.isEmpty()) {
            add(allWell());
        } else {
            UnorderedList list = new UnorderedList();
            alerts.forEach(alert -> list.add(item(alert)));
            add(list);
        }
    }

    private static ListItem item(SystemAlert alert) {
        boolean critical = alert.severity() == SystemAlert.Severity.CRITICAL;
        Span severity = new Span(critical ? "Critical" : "Warning");
        severity.addClassName("wh-alert-severity");
        Div title = new Div(new Span(alert.title()), severity);
        title.addClassName("wh-alert-title");
        Div text = new Div(title, new Span(alert.detail()));
        text.addClassName("wh-alert-text");
        ListItem item = new ListItem((critical ? Icon.WARNING : Icon.WATCH).create(), text);
        item.addClassName("wh-alert");
        item.getElement().setAttribute("data-severity", alert.severity().name().toLowerCase(Locale.ROOT));
        return item;
    }

    private static Component allWell() {
        Div well = new Div(
                Icon.CHECK.create(), new Span("All is well: no limit is near, and all connected channels run."));
        well.addClassName("wh-all-well");
        return well;
    }
}
