package org.weighhouse.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.ApiKeys;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.report.ReportRequest;
import org.weighhouse.api.report.ReportService;
import org.weighhouse.report.internal.csv.UsageCsv;
import org.weighhouse.report.internal.pdf.PdfRenderer;
import org.weighhouse.report.internal.pdf.UsagePdf;
import org.weighhouse.report.internal.usage.AccountLabels;
import org.weighhouse.report.internal.usage.ChannelLabels;
import org.weighhouse.report.internal.usage.Money;
import org.weighhouse.report.internal.usage.Period;
import org.weighhouse.report.internal.usage.PlanLimits;
import org.weighhouse.report.internal.usage.UsageDays;
import org.weighhouse.report.internal.usage.UsageSummary;

/** The usage report, as a CSV stream or a PDF document, over what the ledger shows. */
@Component(configurationPid = ReportSettings.PID)
@Designate(ocd = ReportSettings.class)
public final class UsageReports implements ReportService {

    private final Workspaces workspaces;
    private final Channels channels;
    private final ChannelAccounts accounts;
    private final ApiKeys keys;
    private final UsageQueries usage;
    private final AuditTrail trail;
    private final UsageDays days;
    private final RenderingSlots slots;
    private final int rowsMax;
    private final Clock clock;
    private final PdfRenderer renderer = new PdfRenderer();

    @Activate
    public UsageReports(
            @Reference Workspaces workspaces,
            @Reference Channels channels,
            @Reference ChannelAccounts accounts,
            @Reference ApiKeys keys,
            @Reference UsageQueries usage,
            @Reference AuditTrail trail,
            ReportSettings settings) {
        this(workspaces, channels, accounts, keys, usage, trail, settings, Clock.systemUTC());
    }

    UsageReports(
            Workspaces workspaces,
            Channels channels,
            ChannelAccounts accounts,
            ApiKeys keys,
            UsageQueries usage,
            AuditTrail trail,
            ReportSettings settings,
            Clock clock) {
        this.workspaces = workspaces;
        this.channels = channels;
        this.accounts = accounts;
        this.keys = keys;
        this.usage = usage;
        this.trail = trail;
        this.days = new UsageDays(usage, within(1, 366, settings.query_days(), "query.days"));
        this.slots = new RenderingSlots(
                within(1, 64, settings.pdf_concurrent_max(), "pdf.concurrent.max"),
                Duration.ofMillis(within(0, Long.MAX_VALUE, settings.pdf_wait_in_ms(), "pdf.wait.in.ms")));
        this.rowsMax = within(3, 50, settings.pdf_rows_max(), "pdf.rows.max");
        this.clock = clock;
    }

    @Override
    public void write(ReportRequest request, OutputStream out) throws IOException {
        Workspace workspace = workspaces
                .find(request.workspace())
                .orElseThrow(() -> new IllegalArgumentException("There is no workspace " + request.workspace()));
        trail.note(Deed.done(Action.REPORT_EXPORTED, request.fileName(), workspace.id()));
        switch (request.format()) {
            case CSV -> writeCsv(workspace, request, out);
            case PDF -> writePdf(workspace, request, out);
        }
    }

    private void writeCsv(Workspace workspace, ReportRequest request, OutputStream out) throws IOException {
        UsageCsv csv = new UsageCsv(
                new ChannelLabels(channels), accountLabels(workspace), new Money(workspace.currency()), out);
        csv.writeHeader();
        days.forEach(workspace, request.first(), request.last(), csv::write);
        csv.flush();
    }

    /** Renders into memory first (the document has a bounded number of rows), so that no slow reader keeps a slot. */
    private void writePdf(Workspace workspace, ReportRequest request, OutputStream out) throws IOException {
        byte[] document = slots.run(() -> {
            UsageSummary summary = new UsageSummary(Period.of(request, workspace, clock));
            days.forEach(workspace, request.first(), request.last(), summary::add);
            PlanLimits limits = PlanLimits.of(usage, workspace, summary.period());
            UsagePdf pdf = new UsagePdf(renderer, new ChannelLabels(channels), accountLabels(workspace), rowsMax);
            return pdf.render(request.kind().title(), workspace, summary, limits);
        });
        out.write(document);
        out.flush();
    }

    private AccountLabels accountLabels(Workspace workspace) {
        return AccountLabels.of(workspace.id(), accounts, keys);
    }

    private static int within(int min, int max, int value, String name) {
        return (int) within((long) min, max, value, name);
    }

    private static long within(long min, long max, long value, String name) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be between " + min + " and " + max + ", not " + value);
        }
        return value;
    }
}
