package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.Balance;
import org.weighhouse.api.ledger.TopUsage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

@Service
@Command(scope = "weighhouse", name = "usage", description = "Shows what a workspace used in a month and what is left")
public final class UsageCommand extends WeighhouseCommand {

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; not needed if there is only one")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Option(name = "-m", aliases = "--month", description = "Month such as 2026-10; this month if not said")
    String month;

    @Option(
            name = "-b",
            aliases = "--by",
            description = "Breaks usage down by channel, kind, campaign, flow, feature, model, market, account or key")
    @Completion(
            value = StringsCompleter.class,
            values = {"channel", "kind", "campaign", "flow", "feature", "model", "market", "account", "key"})
    String by;

    @Option(
            name = "-t",
            aliases = "--top",
            description = "With --by: only so many with the most usage, and the rest as one")
    int top;

    @Override
    Permission needs() {
        return Permission.LOOK;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Workspace of = workspace(services, workspace);
        UsageQueries queries = services.need(UsageQueries.class);
        YearMonth when = said(month).isEmpty() ? YearMonth.now(of.zone()) : Typed.month("--month", month);
        if (said(by).isEmpty() && top != 0) {
            throw new CommandException("--top needs --by, such as --top 10 --by campaign");
        }
        Optional<Dimension> dimension = dimension();
        ShellTable table =
                dimension.isEmpty() ? balances(queries, of, when) : breakdown(queries, of, when, dimension.get());
        out.println(of.name() + " (" + of.id() + "), " + when + ", " + of.zone() + ", plan " + of.plan());
        table.print(out);
    }

    private Optional<Dimension> dimension() throws CommandException {
        if (said(by).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Dimension.ofKey(by)
                .orElseThrow(() -> new CommandException("--by takes one of " + Shown.dimensions() + ", not " + by)));
    }

    private static ShellTable balances(UsageQueries queries, Workspace of, YearMonth when) {
        ShellTable table = new ShellTable();
        table.column("Unit");
        for (String title : new String[] {"Used", "Reserved", "Available", "Total", "Used %", "Overage"}) {
            table.column(title).alignRight();
        }
        table.column("Limit");
        Instant at = seenFrom(when, of.zone(), Instant.now());
        for (Unit unit : Unit.values()) {
            Balance balance = queries.balance(of.id(), unit, at);
            boolean limited = balance.limited();
            table.addRow()
                    .addContent(
                            Shown.unit(unit),
                            Shown.amount(balance.used()),
                            Shown.amount(balance.reserved()),
                            limited ? Shown.amount(balance.available()) : "",
                            limited ? Shown.amount(balance.granted()) : "",
                            limited ? balance.percentUsed() : "",
                            limited ? Shown.amount(balance.overage()) : "",
                            limited ? balance.limit().name().toLowerCase(java.util.Locale.ROOT) : "none");
        }
        return table;
    }

    private ShellTable breakdown(UsageQueries queries, Workspace of, YearMonth when, Dimension dimension) {
        ShellTable table = new ShellTable().emptyTableText("nothing was used");
        table.column("Unit");
        table.column(dimension.key());
        table.column("Used").alignRight();
        table.column("Quantity").alignRight();
        table.column("Events").alignRight();
        TimeRange range = new TimeRange(start(when, of.zone()), start(when.plusMonths(1), of.zone()));
        for (Unit unit : Unit.values()) {
            UsageQuery query = UsageQuery.total(of.id(), unit, range, of.zone()).by(dimension);
            if (top == 0) {
                queries.query(query).forEach(row -> add(table, unit, row));
            } else {
                addTop(table, unit, queries.top(query, top));
            }
        }
        return table;
    }

    private static void addTop(ShellTable table, Unit unit, TopUsage most) {
        most.rows().forEach(row -> add(table, unit, row));
        if (most.otherGroups() > 0) {
            add(table, unit, "(" + most.otherGroups() + " more)", most.others());
        }
    }

    private static void add(ShellTable table, Unit unit, UsageRow row) {
        String group = row.group().getFirst();
        add(table, unit, group.isEmpty() ? "(not said)" : group, row.usage());
    }

    private static void add(ShellTable table, Unit unit, String name, Usage usage) {
        table.addRow()
                .addContent(Shown.unit(unit), name, Shown.amount(usage.amount()), usage.quantity(), usage.events());
    }

    /** Now in the current month, for that is when its grants are seen; the last moment of one that is over. */
    static Instant seenFrom(YearMonth month, ZoneId zone, Instant now) {
        Instant first = start(month, zone);
        Instant last = start(month.plusMonths(1), zone).minusMillis(1);
        return now.isBefore(first) ? first : now.isAfter(last) ? last : now;
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}
