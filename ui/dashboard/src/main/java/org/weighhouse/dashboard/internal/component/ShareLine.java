package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Consumer;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.dashboard.internal.data.Counted;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Share;

/** A drawn row of a breakdown. It is changed in place, so that the focus stays where it is while numbers go on. */
final class ShareLine {

    private final Span dot;
    private final Span fill = new Span();
    private final Span part = new Span();
    private final NativeTableCell used = Table.number("");
    private Share shown;

    /** @param picked called when somebody asks for the row's entries; empty if nobody can */
    ShareLine(NativeTableRow line, String id, Share share, Optional<Consumer<Share>> picked) {
        shown = share;
        line.setId(id);
        dot = dot(share.color());
        Component label =
                picked.<Component>map(listener -> button(id, share, listener)).orElseGet(() -> new Span(share.label()));
        Span name = new Span(dot, label);
        name.addClassName("wh-name");
        Span bar = new Span(fill);
        bar.addClassName("wh-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        Span portion = new Span(bar, part);
        portion.addClassName("wh-share");
        line.add(Table.cell(name), Table.cell(portion), used);
    }

    void show(Share share, Amount total, Unit unit, Formats formats) {
        shown = share;
        dot.getStyle().set("background", share.color());
        double percent = total.isPositive() ? 100.0 * share.amount().milli() / total.milli() : 0;
        fill.getStyle().set("width", Math.clamp(percent, 0, 100) + "%").set("background", share.color());
        part.setText(formats.share(share.amount(), total));
        used.setText(Counted.of(unit, share.usage()).text(formats));
    }

    static Span dot(String color) {
        Span dot = new Span();
        dot.addClassName("wh-dot");
        dot.getStyle().set("background", color);
        return dot;
    }

    private NativeButton button(String id, Share share, Consumer<Share> picked) {
        NativeButton button = new NativeButton(share.label(), click -> picked.accept(shown));
        button.setId(id + "-why");
        button.addClassName("wh-why");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-label", share.label() + ": show the entries behind this number")
                .setAttribute("title", "Show the entries behind this number");
        return button;
    }
}
