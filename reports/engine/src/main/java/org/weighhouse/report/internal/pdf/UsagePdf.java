package org.weighhouse.report.internal.pdf;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRParameter;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.report.internal.usage.AccountLabels;
import org.weighhouse.report.internal.usage.ChannelLabels;
import org.weighhouse.report.internal.usage.Money;
import org.weighhouse.report.internal.usage.Period;
import org.weighhouse.report.internal.usage.PlanLimits;
import org.weighhouse.report.internal.usage.UsageSummary;

/** The usage report as an A4 document. One object for one report. */
public final class UsagePdf {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final PdfRenderer renderer;
    private final ChannelLabels labels;
    private final AccountLabels accounts;
    private final int rowsMax;

    /** @param rowsMax rows a table shows of one group before it sums up the rest */
    public UsagePdf(PdfRenderer renderer, ChannelLabels labels, AccountLabels accounts, int rowsMax) {
        this.renderer = renderer;
        this.labels = labels;
        this.accounts = accounts;
        this.rowsMax = rowsMax;
    }

    /** @throws IOException if the templates are broken or missing */
    public byte[] render(String title, Workspace workspace, UsageSummary summary, PlanLimits limits)
            throws IOException {
        Money money = new Money(workspace.currency());
        Map<String, Object> parameters = head(title, workspace, summary);
        part(parameters, "CARDS", new Cards(summary, limits).source());
        part(parameters, "CHARTS", new Charts(summary, labels).source());
        ChannelTables tables = new ChannelTables(summary, labels, rowsMax);
        part(parameters, "MESSAGES", tables.messages());
        part(parameters, "TOKENS", tables.tokens());
        part(parameters, "BREAKDOWNS", new Breakdowns(summary, money, labels, accounts, rowsMax).source());
        part(parameters, "TOTALS", new Totals(summary, money).source());
        return renderer.render("usage", title + " – " + workspace.name(), parameters);
    }

    private void part(Map<String, Object> parameters, String name, JRDataSource rows) throws IOException {
        parameters.put(name, rows);
        parameters.put(name + "_REPORT", renderer.template(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Object> head(String title, Workspace workspace, UsageSummary summary) {
        Period period = summary.period();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, Locale.ENGLISH);
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone(period.zone()));
        parameters.put("TITLE", title);
        parameters.put("WORKSPACE", workspace.name());
        parameters.put("PERIOD", words(period));
        parameters.put(
                "GENERATED",
                "Generated " + period.generated().atZone(period.zone()).format(MINUTE));
        parameters.put("NOTES", notes(summary));
        parameters.put("EMPTY", summary.isEmpty());
        parameters.put("MARK", new ScaleMark());
        return parameters;
    }

    private static String words(Period period) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        String days = first.equals(last) ? first.format(DAY) : first.format(DAY) + " – " + last.format(DAY);
        return days + "  ·  " + zone(period);
    }

    private static String zone(Period period) {
        return period.zone().equals(ZoneOffset.UTC) ? "UTC" : period.zone().getId();
    }

    private static String notes(UsageSummary summary) {
        StringBuilder notes = new StringBuilder("Days begin and end at midnight in ")
                .append(zone(summary.period()))
                .append(". A subscriber counts once a month.");
        if (summary.isWeighted(Unit.MESSAGE_CREDIT)) {
            notes.append(" Message credits are the messages weighted by the workspace's rate card.");
        }
        if (summary.isWeighted(Unit.AI_TOKEN)) {
            notes.append(" AI tokens are the buckets weighted by the workspace's rate card.");
        }
        return notes.toString();
    }
}
