package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;
import org.weighhouse.api.catalog.Workspace;

@Service
@Command(
        scope = "weighhouse",
        name = "audit-list",
        description =
                "Shows who did what and when: logins, users, keys, accounts, plans, top-ups, corrections, exports")
public final class AuditListCommand extends AuditCommand {

    /** Lines that are shown unless {@code --limit} says otherwise. */
    static final int LIMIT = 50;

    @Option(name = "-l", aliases = "--limit", description = "Most lines that are shown, the newest; at most 1000")
    int limit = LIMIT;

    @Option(
            name = "-b",
            aliases = "--before",
            description = "Only lines with a smaller number, to see what came before")
    long before = Long.MAX_VALUE;

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        List<Workspace> chosen = chosen(services);
        ZoneId zone = zone(chosen);
        List<AuditEntry> entries =
                services.need(AuditTrail.class).find(query(chosen).atMost(limit).before(before));
        ShellTable table = new ShellTable().emptyTableText("there is no such line");
        for (String title : List.of(
                "No",
                "When (" + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone) + ")",
                "Who",
                "From",
                "What",
                "To what",
                "Workspace",
                "Detail")) {
            table.column(title);
        }
        for (AuditEntry entry : entries.reversed()) {
            Deed deed = entry.deed();
            table.addRow()
                    .addContent(
                            entry.number(),
                            Shown.second(entry.at(), zone),
                            entry.actor().name(),
                            from(entry.actor()),
                            deed.action().slug() + (deed.outcome() == Deed.Outcome.REFUSED ? " (refused)" : ""),
                            deed.subject(),
                            deed.workspace().map(WorkspaceId::value).orElse(""),
                            deed.detail());
        }
        table.print(out);
        if (entries.size() == limit) {
            out.println("What came before: -b " + entries.getLast().number());
        }
    }

    private static String from(Actor actor) {
        return actor.address().isEmpty() ? actor.way().slug() : actor.way().slug() + " " + actor.address();
    }
}
