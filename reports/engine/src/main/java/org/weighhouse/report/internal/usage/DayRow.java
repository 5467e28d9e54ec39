package org.weighhouse.report.internal.usage;

import java.time.LocalDate;
import java.util.Comparator;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;

/** What was used of one unit on one day of the workspace for one purpose: the grain of every report. */
public record DayRow(LocalDate day, Unit unit, Attribution attribution, Usage usage) {

    /** By day, then unit, then attribution, so that equal data gives equal reports. */
    static final Comparator<DayRow> ORDER = Comparator.comparing(DayRow::day)
            .thenComparing(DayRow::unit)
            .thenComparing(row -> row.attribution.channel())
            .thenComparing(row -> row.attribution.messageKind())
            .thenComparing(row -> row.attribution.campaign())
            .thenComparing(row -> row.attribution.automationFlow())
            .thenComparing(row -> row.attribution.aiFeature())
            .thenComparing(row -> row.attribution.model())
            .thenComparing(row -> row.attribution.market())
            .thenComparing(row -> row.attribution.account())
            .thenComparing(row -> row.attribution.key());

    boolean isEmpty() {
        return usage.equals(Usage.NONE);
    }
}
