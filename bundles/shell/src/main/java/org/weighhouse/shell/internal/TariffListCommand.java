package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.Workspace;

/** Lists what a workspace was, is and will be charged by. */
abstract class TariffListCommand<T> extends TariffCommand<T> {

    @Override
    final Permission needs() {
        return Permission.LOOK;
    }

    @Override
    final void run(Services services, Workspace of, PrintStream out) throws CommandException {
        Tariffs<T> tariffs = tariffs(services);
        List<Edition<T>> all = tariffs.all(of.id());
        if (all.isEmpty()) {
            out.println(of.id() + " has no " + tariffs.word() + ": " + tariffs.withoutAny());
            return;
        }
        T inForce = tariffs.at(of.id(), Instant.now());
        ShellTable table = new ShellTable();
        table.column("");
        table.column("From (" + of.zone() + ")");
        table.column("Edition").alignRight();
        table.column("Rows");
        table.column("Saved");
        for (int i = 0; i < all.size(); i++) {
            Edition<T> edition = all.get(i);
            Instant from = tariffs.from(edition.content());
            boolean isLast = i + 1 == all.size()
                    || !tariffs.from(all.get(i + 1).content()).equals(from);
            table.addRow()
                    .addContent(
                            state(isLast, from, tariffs.from(inForce)),
                            Shown.minute(from, of.zone()),
                            edition.number(),
                            tariffs.size(edition.content()),
                            Shown.second(edition.savedAt(), of.zone()));
        }
        table.print(out);
    }

    private static String state(boolean isLast, Instant from, Instant inForce) {
        if (!isLast) {
            return "replaced";
        }
        if (from.equals(inForce)) {
            return "in force";
        }
        return from.isAfter(inForce) ? "to come" : "over";
    }
}
