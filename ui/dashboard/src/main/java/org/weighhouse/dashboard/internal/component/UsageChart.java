package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.dashboard.internal.component.UsageBars.Series;
import org.weighhouse.dashboard.internal.data.Breakdown;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Share;
import org.weighhouse.dashboard.internal.data.UnitNames;

/** Use over time, stacked by the shares of a breakdown, with a legend of its colours. */
public final class UsageChart extends Div {

    /** Most colours in one bar; what is smaller is drawn together. */
    public static final int MAX_SERIES = 8;

    /** No value of the ledger has a line feed. */
    private static final String REST_KEY = "\n";

    private static final int MILLIONTHS = 6;
    private static final String REST_COLOR = "#94A0B4";

    private final UnorderedList legend = new UnorderedList();
    private final UsageBars bars = new UsageBars();
    private List<Key> shownKeys = List.of();

    /** A line of the legend. */
    private record Key(String name, String color) {}

    public UsageChart() {
        addClassName("wh-chart");
        legend.addClassName("wh-legend");
        legend.getElement().setAttribute("aria-label", "Colours of the chart");
        legend.setVisible(false);
        add(legend, bars);
    }

    public void show(Breakdown breakdown, Formats formats) {
        Unit unit = breakdown.question().unit();
        List<Series> series = series(breakdown.shares(), unit);
        showLegend(
                series.stream().map(each -> new Key(each.name(), each.color())).toList());
        bars.show(
                new UsageBars.Data(
                        breakdown.slices().labels(formats), series, noun(breakdown, formats), unit != Unit.COST),
                formats.locale(),
                spoken(breakdown, formats));
    }

    private void showLegend(List<Key> keys) {
        if (keys.equals(shownKeys)) {
            return;
        }
        shownKeys = keys;
        legend.removeAll();
        keys.forEach(key -> legend.add(new ListItem(ShareLine.dot(key.color()), new Span(key.name()))));
        legend.setVisible(!keys.isEmpty());
    }

    private static List<Series> series(List<Share> shares, Unit unit) {
        List<Series> series = new ArrayList<>();
        for (Share share : shares.subList(0, Math.min(MAX_SERIES, shares.size()))) {
            series.add(new Series(share.key(), share.label(), share.color(), numbers(share.perSlice(), unit)));
        }
        shares.stream()
                .skip(MAX_SERIES)
                .map(Share::perSlice)
                .reduce(UsageChart::plus)
                .ifPresent(rest -> series.add(new Series(REST_KEY, "All others", REST_COLOR, numbers(rest, unit))));
        return series;
    }

    private static List<Amount> plus(List<Amount> one, List<Amount> other) {
        List<Amount> sums = new ArrayList<>(one);
        for (int slice = 0; slice < sums.size(); slice++) {
            sums.set(slice, sums.get(slice).plus(other.get(slice)));
        }
        return sums;
    }

    /** What is drawn is what was charged; of costs, whole units of the currency. */
    private static String noun(Breakdown breakdown, Formats formats) {
        Unit unit = breakdown.question().unit();
        if (unit == Unit.COST) {
            return formats.currency().getCurrencyCode();
        }
        return breakdown.counted().isWeighted() ? UnitNames.charged(unit) : UnitNames.noun(unit);
    }

    private static List<Double> numbers(List<Amount> amounts, Unit unit) {
        int places = unit == Unit.COST ? MILLIONTHS : 0;
        return amounts.stream()
                .map(amount -> amount.toBigDecimal().movePointLeft(places).doubleValue())
                .toList();
    }

    private static String spoken(Breakdown breakdown, Formats formats) {
        var days = breakdown.question().days();
        return "Chart: " + breakdown.counted().text(formats) + " from " + formats.date(days.first()) + " to "
                + formats.date(days.last()) + ". The table says the same in numbers.";
    }
}
