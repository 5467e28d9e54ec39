package org.weighhouse.report.internal.pdf;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.renderers.Renderable;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.ledger.UsageLevel;
import org.weighhouse.report.internal.usage.PlanLimits;
import org.weighhouse.report.internal.usage.UsageSummary;

/** The three cards on top: what was used, and in a report of one month how much of the plan that is. */
final class Cards {

    private final UsageSummary summary;
    private final PlanLimits limits;

    Cards(UsageSummary summary, PlanLimits limits) {
        this.summary = summary;
        this.limits = limits;
    }

    /** {@code gauge} and {@code icon} are null where nothing is limited, as templates have it. */
    record Card(
            String label,
            String figure,
            String against,
            Renderable gauge,
            String icon,
            String status,
            String hint,
            String statusColor) {}

    JRDataSource source() {
        return new RecordSource<>(
                Card.class,
                List.of(
                        card("Subscribers", Unit.SUBSCRIBER, "active subscribers"),
                        card(messages(), Unit.MESSAGE_CREDIT, "message credits"),
                        card("AI tokens", Unit.AI_TOKEN, "AI tokens")));
    }

    /** The card's figure is credits: where messages do not cost one each, their number is said too. */
    private String messages() {
        long messages = summary.total(Unit.MESSAGE_CREDIT).quantity();
        return summary.isWeighted(Unit.MESSAGE_CREDIT)
                ? Figures.grouped(BigDecimal.valueOf(messages)) + " messages"
                : "Messages";
    }

    private Card card(String label, Unit unit, String words) {
        Amount used = summary.total(unit).amount();
        Optional<Amount> total = limits.total(unit);
        if (total.isPresent()) {
            return limited(label, used, total.get(), words);
        }
        String hint = limits.areKnown() ? "Not limited by the plan" : hint(unit);
        return new Card(label, Figures.grouped(used), words, null, null, "", hint, Palette.css(Palette.MUTED));
    }

    /** A sum of several months' subscribers is no number of people. */
    private static String hint(Unit unit) {
        return unit == Unit.SUBSCRIBER ? "Each counts once a month" : "Plan limits count by the month";
    }

    private static Card limited(String label, Amount used, Amount total, String words) {
        int percent = UsageLevel.percent(used, total);
        Level level = Level.of(UsageLevel.of(used, total));
        return new Card(
                label,
                Figures.grouped(used),
                "of " + Figures.grouped(total) + " " + words,
                new Gauge(level.color, percent / 100.0),
                level.icon,
                Figures.grouped(BigDecimal.valueOf(percent)) + " % used",
                level.hint,
                Palette.css(level.color));
    }

    /** How near the limit: said in colour, sign and words. */
    private enum Level {
        GREEN(Palette.GREEN, "✔", ""),
        ORANGE(Palette.ORANGE, "●", "More than half is used"),
        RED(Palette.RED, "▲", "Consider topping up or upgrading");

        private final Color color;
        private final String icon;
        private final String hint;

        Level(Color color, String icon, String hint) {
            this.color = color;
            this.icon = icon;
            this.hint = hint;
        }

        private static Level of(UsageLevel level) {
            return switch (level) {
                case LOW -> GREEN;
                case WATCH -> ORANGE;
                case HIGH -> RED;
            };
        }
    }
}
