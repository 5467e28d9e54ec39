package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;

@Service
@Command(
        scope = "weighhouse",
        name = "workspace-create",
        description = "Creates a workspace; with --update changes one that exists")
public final class WorkspaceCreateCommand extends WeighhouseCommand {

    private static final String DEFAULT_ZONE = "UTC";
    private static final String DEFAULT_PLAN = "free";

    @Argument(
            index = 0,
            name = "id",
            description = "1 to 64 characters out of a-z 0-9 . _ -; cannot be changed later",
            required = true)
    String id = "";

    @Option(name = "-n", aliases = "--name", description = "Name for people; the id if not said")
    String name;

    @Option(
            name = "-z",
            aliases = "--zone",
            description = "Where its days and months begin, such as Europe/Berlin; UTC if not said")
    @Completion(ZoneCompleter.class)
    String zone;

    @Option(name = "-p", aliases = "--plan", description = "Name of its plan; free if not said")
    @Completion(PlanCompleter.class)
    String plan;

    @Option(
            name = "-c",
            aliases = "--currency",
            description = "What its costs are counted in, such as EUR; USD if not said")
    String currency;

    @Option(name = "-u", aliases = "--update", description = "Changes what is said and keeps the rest")
    boolean update;

    @Override
    Permission needs() {
        return Permission.ADMINISTER;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Workspaces workspaces = services.need(Workspaces.class);
        WorkspaceId key = new WorkspaceId(id);
        Optional<Workspace> before = workspaces.find(key);
        if (before.isPresent() != update) {
            throw new CommandException(
                    update ? "there is no workspace " + id : "workspace " + id + " exists; --update changes it");
        }
        Workspace workspace = new Workspace(
                key,
                first(name, before.map(Workspace::name), id),
                Typed.zone("--zone", first(zone, before.map(old -> old.zone().getId()), DEFAULT_ZONE)),
                first(plan, before.map(Workspace::plan), DEFAULT_PLAN),
                currency(before));
        workspaces.save(workspace);
        out.println((update ? "Changed " : "Created ") + id + ": " + workspace.name() + ", " + workspace.zone()
                + ", plan " + workspace.plan() + ", "
                + workspace.currency());
        if (!update) {
            out.println(
                    "Next: weighhouse:channel-connect -w " + id + " <channel>, then weighhouse:key-create -w " + id);
        }
    }

    private Currency currency(Optional<Workspace> before) throws CommandException {
        if (said(currency).isEmpty()) {
            return before.map(Workspace::currency).orElse(Workspace.DEFAULT_CURRENCY);
        }
        try {
            return Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CommandException("a currency is three letters such as EUR, not " + currency, e);
        }
    }

    private static String first(String said, Optional<String> before, String otherwise) {
        return said(said).isEmpty() ? before.orElse(otherwise) : said;
    }
}
