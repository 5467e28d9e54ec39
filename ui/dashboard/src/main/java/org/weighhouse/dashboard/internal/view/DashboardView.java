package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.component.AlertList;
import org.weighhouse.dashboard.internal.component.BreakdownTable;
import org.weighhouse.dashboard.internal.component.CampaignTable;
import org.weighhouse.dashboard.internal.component.Choice;
import org.weighhouse.dashboard.internal.component.IndicatorCard;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.component.PeriodPicker;
import org.weighhouse.dashboard.internal.component.ReportPanel;
import org.weighhouse.dashboard.internal.component.UsageChart;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Period;
import org.weighhouse.dashboard.internal.data.Question;
import org.weighhouse.dashboard.internal.services.Backend;
import org.weighhouse.dashboard.internal.services.Services;

/** Where a workspace stands, at a glance. */
@Route(value = "", layout = MainLayout.class)
@PageTitle("Dashboard · Weighhouse")
public final class DashboardView extends LiveView<DashboardData> {

    private record Filter(Unit unit, Period period) {}

    private final Map<Unit, IndicatorCard> cards = new EnumMap<>(Unit.class);
    private final Choice<Unit> units = new Choice<>("Unit", unit -> filter(new Filter(unit, filter().period())));
    private final PeriodPicker periods =
            new PeriodPicker("usage-period", period -> filter(new Filter(filter().unit(), period)));
    private final UsageChart chart = new UsageChart();
    private final BreakdownTable breakdown = new BreakdownTable("usage-by-channel", "Usage by channel", "Channel");
    private final CampaignTable campaigns = new CampaignTable("recent-campaigns");
    private final AlertList alerts = new AlertList("system-alerts");
    private final Paragraph cost = new Paragraph();
    private final ReportPanel report = new ReportPanel();
    private volatile Filter filter = new Filter(Unit.MESSAGE_CREDIT, Period.Preset.LAST_7);

    public DashboardView() {
        super("Dashboard");
        Div top = new Div();
        top.addClassName("wh-cards");
        for (Unit unit : DashboardData.CARDS) {
            IndicatorCard card = new IndicatorCard(unit);
            card.setRoute(UsageView.class);
            card.setQueryParameters(UsageView.address(unit));
            cards.put(unit, card);
            top.add(card);
        }
        units.option(Unit.MESSAGE_CREDIT, "Messages", "usage-unit-messages")
                .option(Unit.AI_TOKEN, "AI tokens", "usage-unit-ai-tokens");
        Panel usage =
                new Panel("Usage over time", chart).withControls(units, periods).withId("usage-panel");
        Div columns = new Div(
                new Panel("By channel", breakdown),
                new Panel("System alerts", alerts),
                new Panel("Recent campaign activity", campaigns),
                new Panel("Reports", report).withId("reports"));
        columns.addClassName("wh-columns");
        cost.setId("cost-this-month");
        cost.addClassName("wh-muted");
        cost.setVisible(false);
        content().add(top, cost, usage, columns);
    }

    @Override
    DashboardData read(Backend backend, Workspace workspace, Formats formats, Instant now) {
        Filter asked = filter;
        Question question = new Question(
                workspace, asked.unit(), Dimension.CHANNEL, asked.period().days(now, workspace.zone()));
        return DashboardData.read(backend, question, formats, now);
    }

    @Override
    void show(DashboardData data, Workspace workspace, Formats formats) {
        data.indicators().forEach(each -> cards.get(each.unit()).show(each, formats));
        cost.setVisible(!data.cost().isZero());
        cost.setText("The providers charge " + formats.rounded(data.cost()) + " for this month so far.");
        units.select(filter.unit());
        periods.show(filter.period(), data.usage().question().days());
        chart.show(data.usage(), formats);
        breakdown.show(data.usage(), formats);
        campaigns.show(data.campaigns(), formats);
        alerts.show(data.alerts());
        report.show(workspace, formats, Services.get().reports().isPresent());
    }

    @Override
    String subtitle(Workspace workspace, Formats formats) {
        return workspace.name() + " · " + formats.month(Instant.now());
    }

    private Filter filter() {
        return filter;
    }

    private void filter(Filter chosen) {
        filter = chosen;
        refresh();
    }
}
