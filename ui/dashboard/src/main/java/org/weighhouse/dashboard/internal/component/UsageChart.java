package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.ArrayList;
import java.util.List;
import org.weighhouse.api.Amount;
import org.weighhouse.dashboard.internal.data.Breakdown;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Share;
import org.weighhouse.dashboard.internal.data.UnitNames;

/** Bars of use over time, stacked by the shares of a breakdown. */
@Tag("wh-usage-chart")
@NpmPackage(value = Charts.LIBRARY, version = Charts.VERSION)
@JsModule("./elements/wh-usage-chart.ts")
public final class UsageChart extends Component {

    /** Most colours in one bar; what is smaller is drawn together. */
    public static final int MAX_SERIES = 8;

    private static final String REST_COLOR = "#94A0B4";

    /** As the browser gets it; plain numbers, for they are only drawn and shown to three decimals. */
    public record Series(String name, String color, List<Double> values) {}

    public record Data(List<String> labels, List<Series> series, String noun) {}

    public UsageChart() {
        getElement().setAttribute("role", "img");
    }

    public void show(Breakdown breakdown, Formats formats) {
        getElement().setProperty("language", formats.locale().toLanguageTag());
        getElement().setAttribute("aria-label", spoken(breakdown, formats));
        getElement()
                .setPropertyBean(
                        "data",
                        new Data(
                                breakdown.slices().labels(formats),
                                series(breakdown.shares()),
                                UnitNames.noun(breakdown.question().unit())));
    }

    private static List<Series> series(List<Share> shares) {
        List<Series> series = new ArrayList<>();
        for (Share share : shares.subList(0, Math.min(MAX_SERIES, shares.size()))) {
            series.add(new Series(share.label(), share.color(), numbers(share.perSlice())));
        }
        shares.stream()
                .skip(MAX_SERIES)
                .map(Share::perSlice)
                .reduce(UsageChart::plus)
                .ifPresent(rest -> series.add(new Series("All others", REST_COLOR, numbers(rest))));
        return series;
    }

    private static List<Amount> plus(List<Amount> one, List<Amount> other) {
        List<Amount> sums = new ArrayList<>(one);
        for (int slice = 0; slice < sums.size(); slice++) {
            sums.set(slice, sums.get(slice).plus(other.get(slice)));
        }
        return sums;
    }

    private static List<Double> numbers(List<Amount> amounts) {
        return amounts.stream()
                .map(amount -> amount.toBigDecimal().doubleValue())
                .toList();
    }

    private static String spoken(Breakdown breakdown, Formats formats) {
        String noun = UnitNames.noun(breakdown.question().unit());
        var days = breakdown.question().days();
        return "Chart: " + formats.amount(breakdown.total()) + " " + noun + " from " + formats.date(days.first())
                + " to " + formats.date(days.last()) + ". The table says the same in numbers.";
    }
}
