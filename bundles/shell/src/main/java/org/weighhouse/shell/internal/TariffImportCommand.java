package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.pricing.PriceChange;

/** Reads one from a file, shows what it changes, and saves it. */
abstract class TariffImportCommand<T> extends TariffCommand<T> {

    @Argument(index = 0, name = "file", description = "File on the server", required = true)
    @Completion(ServerFileCompleter.class)
    String file = "";

    @Option(
            name = "--from",
            description = "Since when it counts: a day of the workspace's zone, such as 2027-01-01, or a time such as"
                    + " 2027-01-01T12:00:00Z",
            required = true)
    String from;

    @Option(name = "--dry-run", description = "Only shows what would change")
    boolean dryRun;

    @Override
    final Permission needs() {
        return Permission.ADMINISTER;
    }

    abstract T read(Services services, Workspace of, Instant since, InputStream content)
            throws CommandException, IOException;

    @Override
    final void run(Services services, Workspace of, PrintStream out) throws CommandException, IOException {
        Tariffs<T> tariffs = tariffs(services);
        Instant since = Typed.moment("--from", from, of.zone());
        T read;
        try (InputStream content = ServerFile.of(session, file, "").open()) {
            read = read(services, of, since, content);
        }
        List<PriceChange> changes = tariffs.changes(tariffs.at(of.id(), since), read);
        show(changes, out);
        out.println(tariffs.size(read) + "; " + changes.size() + (changes.size() == 1 ? " change" : " changes") + " on "
                + Shown.minute(since, of.zone()) + " (" + of.zone() + ")");
        if (dryRun) {
            out.println("Nothing is saved: this was a dry run");
            return;
        }
        tariffs.save(of.id(), read);
        out.println("Saved for " + of.id()
                + (since.isBefore(Instant.now()) ? "; what was counted before now stays as it was counted" : ""));
    }

    private static void show(List<PriceChange> changes, PrintStream out) {
        if (changes.isEmpty()) {
            return;
        }
        ShellTable table = new ShellTable();
        table.column("Row");
        table.column("Before");
        table.column("After");
        changes.forEach(
                change -> table.addRow().addContent(change.row(), orDash(change.before()), orDash(change.after())));
        table.print(out);
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
