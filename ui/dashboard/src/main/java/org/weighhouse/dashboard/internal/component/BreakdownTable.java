package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.dashboard.internal.data.Breakdown;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Share;
import org.weighhouse.dashboard.internal.data.UnitNames;

/** The shares of a breakdown as lines such as "WhatsApp – 6,700 messages", with their part of the whole. */
public final class BreakdownTable extends Div {

    private record Look(Formats formats, Unit unit, Amount total) {}

    private final Table<Share> table;
    private final Span sum = new Span();
    private final String id;

    /** @param id also what the ids of its rows begin with */
    public BreakdownTable(String id, String caption, String firstHeader) {
        this.id = id;
        setId(id);
        table = new Table<>(caption, "Nothing was used in these days.", firstHeader, "Share", "Used#");
        sum.setId(id + "-total");
        Div foot = new Div(new Span("Total"), sum);
        foot.addClassName("wh-table-total");
        add(table, foot);
    }

    public void show(Breakdown breakdown, Formats formats) {
        Unit unit = breakdown.question().unit();
        Look look = new Look(formats, unit, breakdown.total());
        table.show(breakdown.shares(), look, (line, share) -> draw(line, share, look));
        sum.setText(formats.amount(breakdown.total()) + " " + UnitNames.noun(unit));
    }

    private void draw(NativeTableRow line, Share share, Look look) {
        line.setId(id + "-" + (share.key().isEmpty() ? "none" : share.key()));
        Span name = new Span(dot(share.color()), new Span(share.label()));
        name.addClassName("wh-name");
        String part = look.formats().share(share.amount(), look.total());
        Span portion = new Span(bar(share, look.total()), new Span(part));
        portion.addClassName("wh-share");
        line.add(
                Table.cell(name),
                Table.cell(portion),
                Table.number(look.formats().amount(share.amount()) + " " + UnitNames.noun(look.unit())));
    }

    static Component dot(String color) {
        Span dot = new Span();
        dot.addClassName("wh-dot");
        dot.getStyle().set("background", color);
        return dot;
    }

    private static Component bar(Share share, Amount total) {
        double percent = total.isPositive() ? 100.0 * share.amount().milli() / total.milli() : 0;
        Span fill = new Span();
        fill.getStyle().set("width", Math.clamp(percent, 0, 100) + "%").set("background", share.color());
        Span bar = new Span(fill);
        bar.addClassName("wh-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }
}
