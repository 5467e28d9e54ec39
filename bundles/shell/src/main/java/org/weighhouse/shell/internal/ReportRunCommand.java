package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.report.ReportRequest;
import org.weighhouse.api.report.ReportService;

@Service
@Command(
        scope = "weighhouse",
        name = "report-run",
        description =
                "Writes a workspace's usage report to a file on the server; for others than admins to the console")
public final class ReportRunCommand extends WeighhouseCommand {

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; not needed if there is only one")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Option(name = "-t", aliases = "--format", description = "csv or pdf; pdf if not said, on the console csv")
    @Completion(
            value = StringsCompleter.class,
            values = {"csv", "pdf"})
    String format;

    @Option(
            name = "--from",
            description = "First day, such as 2026-10-01; the first of the last day's month if not said")
    String from;

    @Option(name = "--to", description = "Last day, included; today if not said")
    String to;

    @Option(name = "-o", aliases = "--file", description = "File or folder to write to; the current folder if not said")
    @Completion(ServerFileCompleter.class)
    String file;

    @Option(name = "--overwrite", description = "Replaces the file if it exists")
    boolean overwrite;

    @Override
    Permission needs() {
        return Permission.LOOK;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException, IOException {
        ReportRequest request = request(workspace(services, workspace));
        ReportService reports = services.need(ReportService.class);
        if (!isByAdmin()) {
            print(reports, request, out);
            return;
        }
        ServerFile target = ServerFile.of(session, said(file), request.fileName());
        target.write(overwrite, stream -> reports.write(request, stream));
        out.println(target.written());
    }

    private void print(ReportService reports, ReportRequest request, PrintStream out)
            throws CommandException, IOException {
        if (!said(file).isEmpty()) {
            requireAdminFor("--file");
        }
        if (request.format() != ReportRequest.Format.CSV) {
            throw new CommandException("a PDF cannot be shown on the console; take -t csv, or the dashboard");
        }
        reports.write(request, out);
        out.flush();
    }

    private ReportRequest request(Workspace of) throws CommandException {
        LocalDate last = said(to).isEmpty() ? LocalDate.now(of.zone()) : Typed.day("--to", to);
        LocalDate first = said(from).isEmpty() ? last.withDayOfMonth(1) : Typed.day("--from", from);
        return new ReportRequest(of.id(), ReportRequest.Kind.USAGE, format(), first, last);
    }

    private ReportRequest.Format format() throws CommandException {
        return switch (said(format).toLowerCase(Locale.ROOT)) {
            case "" -> isByAdmin() ? ReportRequest.Format.PDF : ReportRequest.Format.CSV;
            case "csv" -> ReportRequest.Format.CSV;
            case "pdf" -> ReportRequest.Format.PDF;
            default -> throw new CommandException("a format is csv or pdf, not " + format);
        };
    }
}
