package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.component.BreakdownTable;
import org.weighhouse.dashboard.internal.component.Choice;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.component.PeriodPicker;
import org.weighhouse.dashboard.internal.component.UsageChart;
import org.weighhouse.dashboard.internal.data.Breakdown;
import org.weighhouse.dashboard.internal.data.DimensionChoice;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Question;
import org.weighhouse.dashboard.internal.data.Share;
import org.weighhouse.dashboard.internal.data.UnitNames;
import org.weighhouse.dashboard.internal.data.UsageReader;
import org.weighhouse.dashboard.internal.services.Backend;

/** Use in depth: one unit, by one dimension, over days of choice. The address says which, so it can be shared. */
@Route(value = "usage", layout = MainLayout.class)
@PageTitle("Usage · Weighhouse")
public final class UsageView extends LiveView<UsageView.Data> implements BeforeEnterObserver {

    /**
     * What the page shows.
     *
     * @param dimensions what use can be broken down by
     * @param hasCost whether anything in these days had a price
     */
    record Data(Breakdown breakdown, List<Dimension> dimensions, boolean hasCost) {}

    /** What the rows on the page are. */
    private record Shown(Question question, Formats formats) {}

    private final Choice<Unit> units = new Choice<>("Unit", unit -> filter(filter().withUnit(unit)));
    private final Select<Dimension> dimensions = new Select<>();
    private List<Dimension> offered = List.of(UsageFilter.DEFAULT.by());
    private final PeriodPicker periods = new PeriodPicker("period", period -> filter(filter().withPeriod(period)));
    private final UsageChart chart = new UsageChart();
    private final BreakdownTable table =
            new BreakdownTable("breakdown", "Usage breakdown", "Name", Optional.of(this::explain));
    private final EntriesPanel why = new EntriesPanel();
    private Optional<Shown> shown = Optional.empty();
    private volatile UsageFilter filter = UsageFilter.DEFAULT;

    public UsageView() {
        super("Usage");
        for (Unit unit : UsageFilter.UNITS) {
            units.option(unit, UnitNames.title(unit), "unit-" + UnitNames.id(unit));
        }
        dimensions.setLabel("Broken down by");
        dimensions.setId("dimension");
        dimensions.setItems(offered);
        dimensions.setItemLabelGenerator(UsageFilter::label);
        dimensions.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                filter(filter().withDimension(change.getValue()));
            }
        });
        Div filters = new Div(units, periods, dimensions);
        filters.addClassName("wh-filters");
        content().add(filters, new Panel("Over time", chart), new Panel("Breakdown", table), why);
    }

    /** The address parameters of a unit's details. */
    static QueryParameters address(Unit unit) {
        return UsageFilter.DEFAULT.withUnit(unit).toAddress();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = UsageFilter.of(event.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    Data read(Backend backend, Workspace workspace, Formats formats, Instant now) {
        UsageFilter asked = filter;
        Question question =
                new Question(workspace, asked.unit(), asked.by(), asked.period().days(now, workspace.zone()));
        Amount cost =
                DashboardData.cost(backend.queries(), workspace, question.days().range(workspace.zone()));
        return new Data(
                new UsageReader(backend.queries(), backend.names(workspace)).read(question),
                DimensionChoice.of(backend.queries(), question),
                !cost.isZero());
    }

    @Override
    void show(Data data, Workspace workspace, Formats formats) {
        Breakdown breakdown = data.breakdown();
        closeIfOther(breakdown.question());
        shown = Optional.of(new Shown(breakdown.question(), formats));
        units.offer(Unit.COST, data.hasCost() || filter.unit() == Unit.COST);
        units.select(filter.unit());
        offer(data.dimensions());
        periods.show(filter.period(), breakdown.question().days());
        chart.show(breakdown, formats);
        table.show(breakdown, formats);
    }

    /** Sets other items only if there are others, for that closes a list that somebody has open. */
    private void offer(List<Dimension> choice) {
        if (!choice.equals(offered)) {
            offered = choice;
            dimensions.setItems(choice);
        }
        dimensions.setValue(filter.by());
    }

    private void explain(Share share) {
        shown.ifPresent(now -> why.ask(now.question(), share, now.formats()));
    }

    private void closeIfOther(Question question) {
        shown.filter(now -> !now.question().equals(question)).ifPresent(other -> why.close());
    }

    private UsageFilter filter() {
        return filter;
    }

    private void filter(UsageFilter chosen) {
        filter = chosen;
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, "usage?" + chosen.toAddress().getQueryString()));
        refresh();
    }
}
