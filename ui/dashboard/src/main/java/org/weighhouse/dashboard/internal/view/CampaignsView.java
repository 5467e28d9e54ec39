package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.List;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.component.CampaignTable;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.component.PeriodPicker;
import org.weighhouse.dashboard.internal.data.CampaignActivity;
import org.weighhouse.dashboard.internal.data.CampaignReader;
import org.weighhouse.dashboard.internal.data.DaySpan;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Period;
import org.weighhouse.dashboard.internal.services.Backend;

/** What each campaign used. */
@Route(value = "campaigns", layout = MainLayout.class)
@PageTitle("Campaigns · Weighhouse")
public final class CampaignsView extends LiveView<CampaignsView.Data> {

    record Data(DaySpan days, List<CampaignActivity> campaigns) {}

    private final PeriodPicker periods = new PeriodPicker("period", this::choose);
    private final CampaignTable table = new CampaignTable("campaigns");
    private volatile Period period = Period.Preset.LAST_30;

    public CampaignsView() {
        super("Campaigns");
        content().add(new Panel("Usage by campaign", table).withControls(periods));
    }

    @Override
    Data read(Backend backend, Workspace workspace, Formats formats, Instant now) {
        DaySpan days = period.days(now, workspace.zone());
        return new Data(days, new CampaignReader(backend.queries()).read(workspace, days));
    }

    @Override
    void show(Data data, Workspace workspace, Formats formats) {
        periods.show(period, data.days());
        table.show(data.campaigns(), formats);
    }

    private void choose(Period chosen) {
        period = chosen;
        refresh();
    }
}
