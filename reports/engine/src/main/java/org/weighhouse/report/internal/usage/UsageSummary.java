package org.weighhouse.report.internal.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;

/**
 * The sums of a PDF report, built from the same rows that the CSV report lists. Grows with the number of different
 * campaigns, flows, features, models and kinds, not with the period. Not thread-safe.
 */
public final class UsageSummary {

    private final Period period;
    private final Map<Unit, Usage> totals = new EnumMap<>(Unit.class);
    private final Map<Unit, Map<String, Map<String, Usage>>> byChannel = new EnumMap<>(Unit.class);
    private final Map<Unit, Map<LocalDate, Map<String, Usage>>> byStep = new EnumMap<>(Unit.class);
    private final Map<Dimension, Map<String, Spending>> spending = new EnumMap<>(Dimension.class);

    public UsageSummary(Period period) {
        this.period = period;
    }

    public void add(DayRow row) {
        Unit unit = row.unit();
        Attribution attribution = row.attribution();
        totals.merge(unit, row.usage(), Usage::plus);
        String channel = attribution.channel();
        String detail = unit == Unit.AI_TOKEN ? attribution.model() : attribution.messageKind();
        sums(byChannel, unit, channel).merge(detail, row.usage(), Usage::plus);
        sums(byStep, unit, period.stepOf(row.day())).merge(channel, row.usage(), Usage::plus);
        for (Dimension dimension : Dimension.values()) {
            spending.computeIfAbsent(dimension, key -> new TreeMap<>())
                    .merge(attribution.get(dimension), Spending.of(unit, row.usage()), Spending::plus);
        }
    }

    private static <K> Map<String, Usage> sums(Map<Unit, Map<K, Map<String, Usage>>> sums, Unit unit, K key) {
        return sums.computeIfAbsent(unit, any -> new TreeMap<>()).computeIfAbsent(key, any -> new TreeMap<>());
    }

    public Period period() {
        return period;
    }

    public boolean isEmpty() {
        return totals.isEmpty();
    }

    public Usage total(Unit unit) {
        return totals.getOrDefault(unit, Usage.NONE);
    }

    /** Whether a message was not one credit each, or a token not one AI token, by the rate card. */
    public boolean isWeighted(Unit unit) {
        Usage total = total(unit);
        long unweighted = unit == Unit.AI_TOKEN ? total.tokens().total() : total.quantity();
        return total.amount().toBigDecimal().compareTo(BigDecimal.valueOf(unweighted)) != 0;
    }

    public boolean hasCost() {
        return totals.containsKey(Unit.COST);
    }

    /** Channel id → message kind, or model for AI tokens → usage. */
    public Map<String, Map<String, Usage>> byChannel(Unit unit) {
        return byChannel.getOrDefault(unit, Map.of());
    }

    /** First day of a chart's step → channel id → usage. */
    public Map<LocalDate, Map<String, Usage>> byStep(Unit unit) {
        return byStep.getOrDefault(unit, Map.of());
    }

    /** Value of the dimension, empty for "not said" → messages, credits, tokens and cost. */
    public Map<String, Spending> by(Dimension dimension) {
        return spending.getOrDefault(dimension, Map.of());
    }
}
