package org.weighhouse.report.internal.pdf;

import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.renderers.Renderable;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.report.internal.usage.ChannelLabels;
import org.weighhouse.report.internal.usage.Period;
import org.weighhouse.report.internal.usage.UsageSummary;

/** Usage over time, stacked by channel in the channels' own colours. */
final class Charts {

    /** More colours than this cannot be told apart. */
    private static final int SERIES_MAX = 7;

    private final UsageSummary summary;
    private final ChannelLabels labels;

    Charts(UsageSummary summary, ChannelLabels labels) {
        this.summary = summary;
        this.labels = labels;
    }

    /** @param legend styled text */
    record Chart(String title, String legend, Renderable chart) {}

    /** @param channels what it stacks up; every channel is in exactly one series */
    private record Series(String name, Color color, Set<String> channels) {}

    JRDataSource source() {
        List<Chart> charts = Stream.of(Unit.MESSAGE_CREDIT, Unit.AI_TOKEN)
                .filter(unit -> !summary.byStep(unit).isEmpty())
                .map(this::chart)
                .toList();
        return new RecordSource<>(Chart.class, charts);
    }

    private Chart chart(Unit unit) {
        List<Series> series = series(unit);
        Map<LocalDate, Map<String, Usage>> steps = summary.byStep(unit);
        List<StackedBars.Bar> bars = summary.period().steps().stream()
                .map(step -> bar(step, steps.getOrDefault(step, Map.of()), series))
                .toList();
        List<Color> colors = series.stream().map(Series::color).toList();
        return new Chart(title(unit), legend(series), new StackedBars(bars, colors));
    }

    private String title(Unit unit) {
        String what = unit == Unit.AI_TOKEN ? "AI tokens" : "Message credits";
        return what + " per "
                + switch (summary.period().step()) {
                    case DAY -> "day";
                    case WEEK -> "week";
                    case MONTH -> "month";
                };
    }

    private List<Series> series(Unit unit) {
        Map<String, Amount> sums = new TreeMap<>();
        summary.byChannel(unit)
                .forEach((channel, details) -> sums.put(
                        channel, details.values().stream().map(Usage::amount).reduce(Amount.ZERO, Amount::plus)));
        List<Series> series = new ArrayList<>();
        Set<String> rest = new java.util.HashSet<>(sums.keySet());
        for (Top.Row<Amount> row : Top.of(sums, Amount::compareTo, Amount::plus, SERIES_MAX)) {
            if (!row.key().isEmpty()) {
                ChannelLabels.Label label = labels.of(row.key());
                series.add(new Series(label.name(), Color.decode(label.color()), Set.of(row.key())));
                rest.remove(row.key());
            }
        }
        if (!rest.isEmpty()) {
            series.add(new Series("Other", Palette.REST, rest));
        }
        return series;
    }

    private StackedBars.Bar bar(LocalDate step, Map<String, Usage> byChannel, List<Series> series) {
        List<Double> heights = series.stream()
                .map(one -> one.channels().stream()
                        .map(channel ->
                                byChannel.getOrDefault(channel, Usage.NONE).amount())
                        .reduce(Amount.ZERO, Amount::plus))
                .map(sum -> Math.max(0, sum.milli() / (double) Amount.SCALE))
                .toList();
        return new StackedBars.Bar(label(step), heights);
    }

    private String label(LocalDate step) {
        boolean months = summary.period().step() == Period.Step.MONTH;
        return step.format(DateTimeFormatter.ofPattern(months ? "MMM yy" : "d MMM", Locale.ENGLISH));
    }

    private static String legend(List<Series> series) {
        return IntStream.range(0, series.size())
                .mapToObj(series::get)
                .map(one -> "<style forecolor=\"" + Palette.css(one.color()) + "\">■</style> " + escaped(one.name()))
                .collect(Collectors.joining("\u2003"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
