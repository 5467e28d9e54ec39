package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import org.weighhouse.api.Unit;
import org.weighhouse.dashboard.internal.data.Counted;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Indicator;
import org.weighhouse.dashboard.internal.data.Level;
import org.weighhouse.dashboard.internal.data.UnitNames;

/** A unit's used / available with gauge and status; a link to its details. */
public final class IndicatorCard extends RouterLink {

    private final Unit unit;
    private final Gauge gauge = new Gauge();
    private final Span used = new Span();
    private final Span total = new Span();
    private final Span note = new Span();
    private final Div status = new Div();
    private final Span spoken = new Span();
    private Level shownLevel = Level.OK;

    public IndicatorCard(Unit unit) {
        this.unit = unit;
        String id = "card-" + UnitNames.id(unit);
        setId(id);
        addClassName("wh-card");
        used.setId(id + "-used");
        used.addClassName("wh-card-used");
        total.setId(id + "-total");
        Span slash = new Span("/");
        slash.addClassName("wh-card-slash");
        Div figures = new Div(used, new Span(slash, total));
        figures.addClassName("wh-card-figures");
        note.addClassName("wh-card-note");
        Div numbers = new Div(figures, note);
        numbers.addClassName("wh-card-numbers");
        Div body = new Div(gauge, numbers);
        body.addClassName("wh-card-body");
        status.setId(id + "-status");
        status.addClassName("wh-status");
        // One sentence is heard in place of the loose parts that are seen.
        body.getElement().setAttribute("aria-hidden", "true");
        status.getElement().setAttribute("aria-hidden", "true");
        spoken.addClassName("wh-heard");
        add(title(), body, status, spoken);
        showStatus(Level.OK);
    }

    public void show(Indicator indicator, Formats formats) {
        used.setText(formats.amount(indicator.used()));
        total.setText(indicator.limited() ? formats.amount(indicator.total()) : "no limit");
        note.setText(note(indicator, formats));
        gauge.show(indicator, formats.locale());
        spoken.setText(indicator.spoken(formats) + ". Show details.");
        if (indicator.level() != shownLevel) {
            showStatus(indicator.level());
        }
    }

    private Component title() {
        Div title = new Div(icon(unit).create(), new Span(UnitNames.title(unit)), Icon.ARROW.create());
        title.addClassName("wh-card-title");
        title.getElement().setAttribute("aria-hidden", "true");
        return title;
    }

    private void showStatus(Level level) {
        shownLevel = level;
        String name = level.name().toLowerCase(Locale.ROOT);
        getElement().setAttribute("data-level", name);
        status.getElement().setAttribute("data-level", name);
        status.removeAll();
        status.add(icon(level).create(), new Span(level.label()));
    }

    /** The figures are what the plan limits; where messages do not cost a credit each, their number is said too. */
    private static String note(Indicator indicator, Formats formats) {
        Counted counted = indicator.counted();
        return counted.isWeighted()
                ? counted.numberText(formats) + " · "
                        + left(indicator, formats, UnitNames.charged(indicator.unit()) + " ")
                : left(indicator, formats, "");
    }

    private static String left(Indicator indicator, Formats formats, String noun) {
        if (indicator.overage().isPositive()) {
            return formats.amount(indicator.overage()) + " " + noun + "over the limit";
        }
        if (indicator.limited()) {
            return formats.amount(indicator.available()) + " " + noun + "left this month";
        }
        return UnitNames.explanation(indicator.unit());
    }

    private static Icon icon(Level level) {
        return switch (level) {
            case UNLIMITED -> Icon.INFINITY;
            case OK -> Icon.CHECK;
            case WATCH -> Icon.WATCH;
            case HIGH -> Icon.WARNING;
        };
    }

    private static Icon icon(Unit unit) {
        return switch (unit) {
            case SUBSCRIBER -> Icon.SUBSCRIBERS;
            case AI_TOKEN -> Icon.TOKENS;
            case MESSAGE_CREDIT, ENGAGEMENT, ENGAGEMENT_VALUE, COST -> Icon.MESSAGES;
        };
    }
}
