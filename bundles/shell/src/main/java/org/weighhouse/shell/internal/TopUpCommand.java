package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Unit;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.Grant;
import org.weighhouse.api.ledger.LedgerUnavailableException;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.meter.TopUps;

@Service
@Command(
        scope = "weighhouse",
        name = "top-up",
        description = "Gives a workspace credits beyond its plan; they burn after the month's allowance")
public final class TopUpCommand extends WeighhouseCommand {

    @Argument(
            index = 0,
            name = "unit",
            description = "message_credits, ai_tokens, subscribers or cost",
            required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"message_credits", "ai_tokens", "subscribers", "cost"})
    String unit = "";

    @Argument(index = 1, name = "amount", description = "How many, such as 5000 or 0.5", required = true)
    String amount = "";

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; not needed if there is only one")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Option(
            name = "-e",
            aliases = "--expires",
            description = "Last day they can be used, such as 2026-12-31; never if not said")
    String expires;

    @Option(
            name = "-i",
            aliases = "--id",
            description = "An id of your own, such as an invoice number; the same id is granted once")
    String id;

    @Override
    Permission needs() {
        return Permission.MANAGE;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Workspace to = workspace(services, workspace);
        Grant grant = grant(to);
        if (!given(services.need(TopUps.class), grant)) {
            throw new CommandException(
                    "workspace " + to.id() + " was given " + grant.id() + " before; nothing changed");
        }
        out.println("Gave " + to.id() + " " + Shown.amount(grant.amount()) + " " + Shown.unit(grant.unit()) + " (grant "
                + grant.id() + ")");
        services.find(UsageQueries.class).ifPresent(queries -> {
            Balance balance = queries.balance(to.id(), grant.unit(), Instant.now());
            out.println(
                    balance.limited()
                            ? "Available now: " + Shown.amount(balance.available())
                            : "The plan does not limit this unit, so the top-up changes nothing now.");
        });
    }

    private Grant grant(Workspace to) throws CommandException {
        Unit of = Unit.ofLimited(unit);
        Amount howMany = amount(amount);
        Instant from = Instant.now();
        Instant until = said(expires).isEmpty()
                ? Instant.MAX
                : Typed.day("--expires", expires)
                        .plusDays(1)
                        .atStartOfDay(to.zone())
                        .toInstant();
        if (!until.isAfter(from)) {
            throw new CommandException(expires + " is over in " + to.zone());
        }
        String name = said(id).isEmpty() ? "shell-" + UUID.randomUUID() : id;
        return new Grant(to.id(), name, of, Grant.Kind.TOP_UP, howMany, from, until, Grant.TOP_UP_PRIORITY);
    }

    private static Amount amount(String text) throws CommandException {
        Amount parsed = Typed.amount(text);
        if (!parsed.isPositive()) {
            throw new CommandException("an amount must be more than zero");
        }
        return parsed;
    }

    private static boolean given(TopUps topUps, Grant grant) throws CommandException {
        try {
            return topUps.give(grant);
        } catch (LedgerUnavailableException e) {
            throw new CommandException(e.getMessage() + "; try again with --id " + grant.id(), e);
        }
    }
}
