package org.weighhouse.dashboard.internal.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.report.ReportRequest;
import org.weighhouse.api.report.ReportRequest.Format;
import org.weighhouse.api.report.ReportRequest.Kind;
import org.weighhouse.api.report.ReportService;
import org.weighhouse.dashboard.internal.data.DaySpan;
import org.weighhouse.dashboard.internal.data.Formats;
import org.weighhouse.dashboard.internal.data.Period;
import org.weighhouse.dashboard.internal.services.Services;

/** Choose a report and its days, and take it away as CSV or PDF. */
public final class ReportPanel extends Div {

    private static final int SERVICE_UNAVAILABLE = 503;

    private final Select<Kind> kind = new Select<>();
    private final PeriodPicker picker = new PeriodPicker("report-period", this::choose);
    private final Paragraph summary = new Paragraph();
    private volatile Period period = Period.Preset.LAST_30;
    private volatile Optional<Workspace> workspace = Optional.empty();
    private Optional<Formats> formats = Optional.empty();

    public ReportPanel() {
        addClassName("wh-report");
        kind.setLabel("Report");
        kind.setId("report-kind");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(Kind::title);
        kind.setValue(Kind.USAGE);
        summary.addClassName("wh-muted");
        summary.setId("report-summary");
        Div actions = new Div(download(Format.CSV, "Download CSV"), download(Format.PDF, "Download PDF"));
        actions.addClassName("wh-actions");
        Div choices = new Div(kind, picker);
        choices.addClassName("wh-report-choices");
        add(choices, summary, actions);
    }

    /** @param available whether reports can be written now */
    public void show(Workspace of, Formats with, boolean available) {
        boolean other = !Optional.of(of).equals(workspace);
        workspace = Optional.of(of);
        formats = Optional.of(with);
        getElement().setAttribute("data-available", String.valueOf(available));
        if (other) {
            choose(period);
        }
        summary.setText(
                available ? summary(of, with) : "Reports cannot be written just now: their service is restarting.");
    }

    private void choose(Period chosen) {
        period = chosen;
        workspace.ifPresent(of -> {
            picker.show(chosen, days(of));
            formats.ifPresent(with -> summary.setText(summary(of, with)));
        });
    }

    private String summary(Workspace of, Formats with) {
        DaySpan days = days(of);
        return with.date(days.first()) + " to " + with.date(days.last()) + ", days of "
                + of.zone().getId();
    }

    private DaySpan days(Workspace of) {
        return period.days(Instant.now(), of.zone());
    }

    private Anchor download(Format format, String text) {
        DownloadHandler handler = event -> write(format, event);
        Anchor anchor = new Anchor(handler, "");
        anchor.setId("report-" + format.extension());
        anchor.addClassName("wh-button");
        anchor.add(Icon.DOWNLOAD.create(), new Span(text));
        return anchor;
    }

    /** Runs on the request's thread without the page's lock, so that a long report holds nobody up. */
    private void write(Format format, DownloadEvent event) throws IOException {
        Optional<ReportService> service = Services.get().reports();
        Optional<Workspace> of = workspace;
        if (service.isEmpty() || of.isEmpty()) {
            event.getResponse().sendError(SERVICE_UNAVAILABLE, "Reports cannot be written just now. Try again soon.");
            return;
        }
        DaySpan days = days(of.get());
        ReportRequest request = new ReportRequest(of.get().id(), Kind.USAGE, format, days.first(), days.last());
        event.setFileName(request.fileName());
        event.setContentType(format.contentType());
        service.get().write(request, event.getOutputStream());
    }
}
