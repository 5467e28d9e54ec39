package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.List;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.UsageLevel;
import org.weighhouse.dashboard.internal.component.AlertList;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.SystemAlert;
import org.weighhouse.dashboard.internal.services.Backend;

/** What wants attention now. */
@Route(value = "alerts", layout = MainLayout.class)
@PageTitle("Alerts · Weighhouse")
public final class AlertsView extends LiveView<List<SystemAlert>> {

    private final AlertList alerts = new AlertList("alerts");

    public AlertsView() {
        super("Alerts");
        Paragraph rules = new Paragraph("A warning shows when " + UsageLevel.WATCH_PERCENT
                + "% of a limit is used, a critical alert above " + UsageLevel.HIGH_PERCENT
                + "%, when the ledger takes no entries, or when a connected channel is offline;"
                + " a warning also when requests were refused because a key or the workspace had its share."
                + " An alert goes away with its cause.");
        rules.addClassName("wh-muted");
        content().add(new Panel("Now", alerts, rules));
    }

    @Override
    List<SystemAlert> read(Backend backend, Workspace workspace, Formats formats, Instant now) {
        return DashboardData.alerts(backend, workspace, formats, now);
    }

    @Override
    void show(List<SystemAlert> data, Workspace workspace, Formats formats) {
        alerts.show(data);
    }
}
