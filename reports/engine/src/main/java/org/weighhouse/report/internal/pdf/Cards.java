package org.weighhouse.report.internal.pdf;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.renderers.Renderable;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.report.internal.usage.PlanLimits;
import org.weighhouse.report.internal.usage.UsageSummary;

/** The three cards on top: what was used, and in a report of one month how much of the plan that is. */
final class Cards {

    private static final int ORANGE_FROM = 50;
    private static final int RED_ABOVE = 80;

    private final UsageSummary summary;
    private final PlanLimits limits;

    Cards(UsageSummary summary, PlanLimits limits) {
        this.summary = summary;
        this.limits = limits;
    }

    /** @param gauge null where there is no limit, as templates have it */
    record Card(String label, String figure, String against, Renderable gauge, String status, String statusColor) {}

    JRDataSource source() {
        return new RecordSource<>(
                Card.class,
                List.of(
                        card("Subscribers", Unit.SUBSCRIBER, "active subscribers"),
                        card("Messages", Unit.MESSAGE_CREDIT, "message credits"),
                        card("AI tokens", Unit.AI_TOKEN, "AI tokens")));
    }

    private Card card(String label, Unit unit, String words) {
        Amount used = summary.total(unit).amount();
        Optional<Amount> total = limits.total(unit);
        if (total.isPresent()) {
            return limited(label, used, total.get(), words);
        }
        String status = limits.areKnown() ? "No limit in the plan" : "";
        String muted = Palette.css(Palette.MUTED);
        return new Card(label, Figures.grouped(used), words + " in this period", null, status, muted);
    }

    private static Card limited(String label, Amount used, Amount total, String words) {
        int percent = PlanLimits.percent(used, total);
        Color color = percent > RED_ABOVE ? Palette.RED : percent >= ORANGE_FROM ? Palette.ORANGE : Palette.GREEN;
        return new Card(
                label,
                Figures.grouped(used),
                "of " + Figures.grouped(total) + " " + words,
                new Gauge(color, percent / 100.0),
                status(percent),
                Palette.css(color));
    }

    private static String status(int percent) {
        String used = Figures.grouped(java.math.BigDecimal.valueOf(percent)) + " % used";
        if (percent > RED_ABOVE) {
            return "▲ " + used + " – consider topping up or upgrading";
        }
        return percent >= ORANGE_FROM ? "● " + used + " – more than half" : "✔ " + used;
    }
}
