package org.weighhouse.report.internal.pdf;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.renderers.Renderable;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.report.internal.usage.AccountLabels;
import org.weighhouse.report.internal.usage.ChannelLabels;
import org.weighhouse.report.internal.usage.Money;
import org.weighhouse.report.internal.usage.Spending;
import org.weighhouse.report.internal.usage.UsageSummary;

/** What credits, tokens and money were spent for: campaigns, automation flows, AI features, markets, accounts. */
final class Breakdowns {

    private static final Comparator<Spending> SIZE = Comparator.comparing(Spending::credits)
            .thenComparing(Spending::tokens)
            .thenComparing(Spending::cost);

    private final UsageSummary summary;
    private final Money money;
    private final ChannelLabels channels;
    private final AccountLabels accounts;
    private final int rowsMax;

    Breakdowns(UsageSummary summary, Money money, ChannelLabels channels, AccountLabels accounts, int rowsMax) {
        this.summary = summary;
        this.money = money;
        this.channels = channels;
        this.accounts = accounts;
        this.rowsMax = rowsMax;
    }

    /**
     * What templates show; sums are exact, shares are drawn.
     *
     * @param hasMessages whether the group is about messages too
     * @param costHead heading of the column of costs; empty for none
     * @param costPattern how a cost is written
     */
    record Row(
            String group,
            Boolean hasMessages,
            String name,
            BigDecimal messages,
            BigDecimal credits,
            Renderable creditsShare,
            BigDecimal tokens,
            Renderable tokensShare,
            String costHead,
            BigDecimal cost,
            String costPattern) {}

    /**
     * One table.
     *
     * @param atLeast with fewer named rows it says nothing that is not said elsewhere, and is left out
     */
    private record Table(
            Dimension dimension,
            String title,
            String plural,
            String notSaid,
            int atLeast,
            UnaryOperator<String> label) {

        boolean hasMessages() {
            return dimension != Dimension.AI_FEATURE;
        }
    }

    JRDataSource source() {
        UnaryOperator<String> asItIs = UnaryOperator.identity();
        UnaryOperator<String> account = id -> accounts.account(id, channels);
        List<Row> rows = Stream.of(
                        new Table(Dimension.CAMPAIGN, "Campaigns", "campaigns", "Not part of a campaign", 1, asItIs),
                        new Table(
                                Dimension.AUTOMATION_FLOW,
                                "Automation flows",
                                "flows",
                                "Not part of a flow",
                                1,
                                asItIs),
                        new Table(Dimension.AI_FEATURE, "AI features", "features", "Not for an AI feature", 1, asItIs),
                        new Table(Dimension.MARKET, "Markets", "markets", "Market not said", 2, asItIs),
                        new Table(Dimension.ACCOUNT, "Channel accounts", "accounts", "Account not said", 2, account))
                .flatMap(table -> rows(table).stream())
                .toList();
        return new RecordSource<>(Row.class, rows);
    }

    private List<Row> rows(Table table) {
        Map<String, Spending> sums = new TreeMap<>(summary.by(table.dimension()));
        sums.values()
                .removeIf(sum -> table.hasMessages()
                        ? sum.isNothing()
                        : sum.tokens().isZero() && sum.cost().isZero());
        if (sums.keySet().stream().filter(name -> !name.isEmpty()).count() < table.atLeast()) {
            return List.of();
        }
        return Top.of(sums, SIZE, Spending::plus, rowsMax).stream()
                .map(row -> row(table, name(table, row), row.value()))
                .toList();
    }

    private static String name(Table table, Top.Row<Spending> row) {
        return row.key().isEmpty()
                ? row.name(table.notSaid(), table.plural())
                : table.label().apply(row.key());
    }

    private Row row(Table table, String name, Spending spending) {
        return new Row(
                table.title(),
                table.hasMessages(),
                name,
                BigDecimal.valueOf(spending.messages()),
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
                                spending.tokens(), summary.total(Unit.AI_TOKEN).amount())),
                summary.hasCost() ? "Cost (" + money.currency().getCurrencyCode() + ")" : "",
                money.of(spending.cost()),
                money.pattern());
    }
}
