package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.List;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.dashboard.internal.component.Facts;
import org.weighhouse.dashboard.internal.component.Panel;
import org.weighhouse.dashboard.internal.component.Table;
import org.weighhouse.dashboard.internal.data.AllowanceLine;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.UnitNames;
import org.weighhouse.dashboard.internal.services.Backend;

/** The plan, what it grants, and what is left. */
@Route(value = "plan", layout = MainLayout.class)
@PageTitle("Plan & credits · Weighhouse")
public final class PlanView extends LiveView<PlanView.Data> {

    record Data(List<AllowanceLine> lines, TimeRange period) {}

    private final Facts facts = new Facts("plan-facts");
    private final Table<AllowanceLine> lines = new Table<>(
            "Allowances and balances",
            "The plan grants nothing and limits nothing.",
            "Unit",
            "Allowance a month#",
            "Limit",
            "Used#",
            "Held#",
            "Available#");

    public PlanView() {
        super("Plan & credits");
        content().add(new Panel("Plan", facts), new Panel("Allowances and balances", new Div(lines)));
    }

    @Override
    Data read(Backend backend, Workspace workspace, Formats formats, Instant now) {
        return new Data(
                AllowanceLine.of(backend.workspaces(), backend.queries(), workspace, now),
                backend.queries()
                        .balance(workspace.id(), Unit.MESSAGE_CREDIT, now)
                        .period());
    }

    @Override
    void show(Data data, Workspace workspace, Formats formats) {
        facts.show("Plan", workspace.plan());
        facts.show("This period began", formats.date(data.period().from()));
        facts.show("Allowances renew", formats.date(data.period().to()));
        lines.show(data.lines(), formats, (row, line) -> draw(row, line, formats));
    }

    private static void draw(NativeTableRow row, AllowanceLine line, Formats formats) {
        row.setId("allowance-" + UnitNames.id(line.unit()));
        row.add(
                Table.cell(new Span(UnitNames.granted(line.unit()))),
                Table.number(line.allowance()
                        .map(amount -> formats.amount(line.unit(), amount))
                        .orElse("No limit")),
                Table.cell(new Span(line.rule())),
                Table.number(formats.amount(line.unit(), line.used())),
                Table.number(formats.amount(line.unit(), line.reserved())),
                Table.number(line.available()
                        .map(amount -> formats.amount(line.unit(), amount))
                        .orElse("No limit")));
    }
}
