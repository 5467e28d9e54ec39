package org.weighhouse.report.internal.pdf;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.renderers.Renderable;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.report.internal.usage.Spending;
import org.weighhouse.report.internal.usage.UsageSummary;

/** What credits and tokens were spent for: campaigns, automation flows, AI features. */
final class Breakdowns {

    private static final Comparator<Spending> SIZE =
            Comparator.comparing(Spending::credits).thenComparing(Spending::tokens);

    private final UsageSummary summary;
    private final int rowsMax;

    Breakdowns(UsageSummary summary, int rowsMax) {
        this.summary = summary;
        this.rowsMax = rowsMax;
    }

    /**
     * What templates show; sums are exact, shares are drawn.
     *
     * @param messages whether the group is about messages too
     */
    record Row(
            String group,
            Boolean messages,
            String name,
            BigDecimal credits,
            Renderable creditsShare,
            BigDecimal tokens,
            Renderable tokensShare) {}

    JRDataSource source() {
        List<Row> rows = Stream.of(
                        rows(Dimension.CAMPAIGN, "Campaigns", "campaigns", "Not part of a campaign"),
                        rows(Dimension.AUTOMATION_FLOW, "Automation flows", "flows", "Not part of a flow"),
                        rows(Dimension.AI_FEATURE, "AI features", "features", "Not for an AI feature"))
                .flatMap(List::stream)
                .toList();
        return new RecordSource<>(Row.class, rows);
    }

    /** None at all when nobody named anything: a table with the one row "not said" says nothing. */
    private List<Row> rows(Dimension dimension, String title, String plural, String notSaid) {
        boolean messages = dimension != Dimension.AI_FEATURE;
        Map<String, Spending> sums = new TreeMap<>(summary.by(dimension));
        sums.values().removeIf(sum -> messages ? sum.isNothing() : sum.tokens().isZero());
        if (sums.keySet().stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        return Top.of(sums, SIZE, Spending::plus, rowsMax).stream()
                .map(row -> row(title, messages, row.name(notSaid, plural), row.value()))
                .toList();
    }

    private Row row(String title, boolean messages, String name, Spending spending) {
        return new Row(
                title,
                messages,
                name,
                spending.credits().toBigDecimal(),
                new Gauge(
                        Palette.BRASS,
                        Figures.share(
                                spending.credits(),
                                summary.total(Unit.MESSAGE_CREDIT).amount())),
                spending.tokens().toBigDecimal(),
                new Gauge(
                        Palette.INK,
                        Figures.share(
                                spending.tokens(), summary.total(Unit.AI_TOKEN).amount())));
    }
}
