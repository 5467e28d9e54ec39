package org.weighhouse.report.internal.pdf;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.sf.jasperreports.engine.JRDataSource;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.report.internal.usage.Money;
import org.weighhouse.report.internal.usage.UsageSummary;

/** The totals of all units; that of costs only where there are any. */
final class Totals {

    private final UsageSummary summary;
    private final Money money;

    Totals(UsageSummary summary, Money money) {
        this.summary = summary;
        this.money = money;
    }

    /**
     * What templates show of a unit's total.
     *
     * @param number how many there were; empty where the unit counts no things
     * @param charged what that came to in the unit
     */
    record TotalRow(String name, String number, String charged) {}

    JRDataSource source() {
        List<TotalRow> rows = summary.isEmpty()
                ? List.of()
                : Arrays.stream(Unit.values())
                        .filter(unit -> unit != Unit.COST || summary.hasCost())
                        .map(unit -> total(unit, summary.total(unit)))
                        .toList();
        return new RecordSource<>(TotalRow.class, rows);
    }

    private TotalRow total(Unit unit, Usage usage) {
        String number = Figures.grouped(BigDecimal.valueOf(usage.quantity()));
        String charged = Figures.grouped(usage.amount());
        return switch (unit) {
            case MESSAGE_CREDIT -> new TotalRow("Message credits", number + " messages", charged);
            case AI_TOKEN -> new TotalRow("AI tokens", number + " calls", charged);
            case SUBSCRIBER -> new TotalRow("Active subscribers", "", charged);
            case ENGAGEMENT -> new TotalRow("Clicks, replies and conversions", "", charged);
            case ENGAGEMENT_VALUE -> new TotalRow("Value of clicks, replies and conversions", "", charged);
            case COST ->
                new TotalRow("Cost in " + money.currency().getCurrencyCode(), "", Figures.money(usage.amount(), money));
        };
    }
}
