package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.report.TrailExport;

@Service
@Command(
        scope = "weighhouse",
        name = "audit-export",
        description = "Writes the audit trail as CSV to the console, or to a file on the server, which is for admins")
public final class AuditExportCommand extends AuditCommand {

    @Option(name = "-o", aliases = "--file", description = "File or folder to write to; the console if not said")
    @Completion(ServerFileCompleter.class)
    String file;

    @Option(name = "--overwrite", description = "Replaces the file if it exists")
    boolean overwrite;

    @Override
    void run(Services services, PrintStream out) throws CommandException, IOException {
        AuditQuery query = query(chosen(services));
        TrailExport export = services.need(TrailExport.class);
        if (said(file).isEmpty()) {
            export.write(query, out);
            out.flush();
            return;
        }
        requireAdminFor("--file");
        ServerFile target = ServerFile.of(session, file, "audit-" + LocalDate.now(ZoneOffset.UTC) + ".csv");
        target.write(overwrite, stream -> export.write(query, stream));
        out.println(target.written());
    }
}
