package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.Reference;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Amendment;
import org.weighhouse.api.ledger.Amendment.Change;
import org.weighhouse.api.ledger.LedgerEntry;
import org.weighhouse.api.ledger.UsageQueries;

@Service
@Command(
        scope = "weighhouse",
        name = "usage-find",
        description = "Shows what a platform's id stands for: the entries of that name, newest first, and what the"
                + " platform said of it later")
public final class UsageFindCommand extends WeighhouseCommand {

    @Argument(index = 0, name = "channel", description = "Id of the channel, such as telegram", required = true)
    @Completion(ChannelCompleter.class)
    String channel = "";

    @Argument(
            index = 1,
            name = "reference",
            description = "What the platform calls the message or call, such as wamid.HBg…",
            required = true)
    String reference = "";

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; not needed if there is only one")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Override
    Permission needs() {
        return Permission.LOOK;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Workspace of = workspace(services, workspace);
        UsageQueries queries = services.need(UsageQueries.class);
        Reference wanted = Reference.of(reference);
        if (wanted.isNone()) {
            throw new CommandException("say the platform's id of the message or call");
        }
        List<LedgerEntry> entries = queries.find(of.id(), channel, wanted);
        List<Amendment> amendments = queries.dossier(of.id(), channel, wanted).amendments();
        if (entries.isEmpty() && amendments.isEmpty()) {
            throw new CommandException(
                    "workspace " + of.id() + " has nothing under " + reference + " in channel " + channel);
        }
        out.println(of.name() + " (" + of.id() + "), " + channel + " " + wanted + ", times of " + of.zone());
        entries.forEach(entry -> out.println(Shown.unit(entry.unit()) + "  " + EntryLines.line(entry, of.zone())));
        amendments.forEach(amendment -> out.println(said(amendment, of.zone())));
    }

    private static String said(Amendment amendment, ZoneId zone) {
        StringBuilder line = new StringBuilder("said of " + Shown.second(amendment.asOf(), zone));
        if (!amendment.part().isEmpty()) {
            line.append(" for ").append(amendment.part());
        }
        for (Change change : amendment.changes()) {
            line.append("  ").append(shown(change));
        }
        return line.toString();
    }

    private static String shown(Change change) {
        return switch (change) {
            case Change.Kind kind -> "kind=" + kind.value();
            case Change.Market market -> "market=" + market.value();
            case Change.Quantity quantity -> "quantity=" + Shown.count(quantity.value());
            case Change.Cost cost -> "cost=" + Shown.amount(cost.value());
        };
    }
}
