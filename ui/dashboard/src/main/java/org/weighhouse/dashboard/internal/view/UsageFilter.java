package org.weighhouse.dashboard.internal.view;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.Unit;
import org.weighhouse.dashboard.internal.data.Period;

/** What the usage page shows, as its address says it: {@code unit}, {@code by} and {@code period}. */
record UsageFilter(Unit unit, Dimension by, Period period) {

    /** What the page can show. */
    static final List<Unit> UNITS = List.of(Unit.SUBSCRIBER, Unit.MESSAGE_CREDIT, Unit.AI_TOKEN, Unit.COST);

    static final UsageFilter DEFAULT = new UsageFilter(Unit.MESSAGE_CREDIT, Dimension.CHANNEL, Period.Preset.LAST_30);

    /** What is missing or makes no sense is as in {@link #DEFAULT}. */
    static UsageFilter of(QueryParameters address) {
        return new UsageFilter(
                address.getSingleParameter("unit")
                        .flatMap(Unit::ofSlug)
                        .filter(UNITS::contains)
                        .orElse(DEFAULT.unit()),
                address.getSingleParameter("by").flatMap(Dimension::ofKey).orElse(DEFAULT.by()),
                address.getSingleParameter("period").flatMap(Period::parse).orElse(DEFAULT.period()));
    }

    QueryParameters toAddress() {
        return QueryParameters.simple(Map.of("unit", unit.slug(), "by", by.key(), "period", period.key()));
    }

    UsageFilter withUnit(Unit other) {
        return new UsageFilter(other, by, period);
    }

    UsageFilter withDimension(Dimension other) {
        return new UsageFilter(unit, other, period);
    }

    UsageFilter withPeriod(Period other) {
        return new UsageFilter(unit, by, other);
    }

    static String label(Dimension dimension) {
        return switch (dimension) {
            case CHANNEL -> "Channel";
            case MESSAGE_KIND -> "Message kind";
            case CAMPAIGN -> "Campaign";
            case AUTOMATION_FLOW -> "Automation flow";
            case AI_FEATURE -> "AI feature";
            case MODEL -> "Model";
            case MARKET -> "Market";
            case ACCOUNT -> "Channel account";
            case KEY -> "Key";
        };
    }
}
