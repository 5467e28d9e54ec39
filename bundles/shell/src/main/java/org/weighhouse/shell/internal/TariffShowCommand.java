package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.pricing.PriceChange;

/** Shows the one that is in force at a time. */
abstract class TariffShowCommand<T> extends TariffCommand<T> {

    @Option(
            name = "-t",
            aliases = "--time",
            description = "The one in force then: a day such as 2026-10-01, or a time such as 2026-10-01T12:00:00Z; now"
                    + " if not said")
    String time;

    @Option(name = "--csv", description = "Prints it as CSV, as the import takes it")
    boolean csv;

    @Override
    final Permission needs() {
        return Permission.LOOK;
    }

    @Override
    final void run(Services services, Workspace of, PrintStream out) throws CommandException, IOException {
        Tariffs<T> tariffs = tariffs(services);
        Instant at = said(time).isEmpty() ? Instant.now() : Typed.moment("--time", time, of.zone());
        T shown = tariffs.at(of.id(), at);
        if (csv) {
            tariffs.write(shown, out);
            out.flush();
            return;
        }
        List<PriceChange> rows = tariffs.changes(tariffs.empty(), shown);
        if (rows.isEmpty()) {
            out.println("No rows: " + tariffs.withoutAny());
            return;
        }
        out.println("In force from " + Shown.minute(tariffs.from(shown), of.zone()) + " (" + of.zone() + "); "
                + tariffs.measure(of) + ". The first row that matches counts, * matches anything.");
        ShellTable table = new ShellTable();
        table.column("Row");
        table.column("Says");
        rows.forEach(row -> table.addRow().addContent(row.row(), row.after()));
        table.print(out);
    }
}
