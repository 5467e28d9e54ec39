package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.Unit;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.ledger.EntryPage;
import org.weighhouse.api.ledger.Usage;
import org.weighhouse.api.ledger.UsageQueries;
import org.weighhouse.api.ledger.UsageQuery;
import org.weighhouse.api.ledger.UsageRow;

@Service
@Command(
        scope = "weighhouse",
        name = "usage-entries",
        description = "Shows why a number is what it is: the entries behind it, and their sum",
        detailedDescription =
                "The first entries of the days and filters are listed, oldest written first, one a line: when, "
                        + "what it cost, how many it was, its id, and what is known of it; then the sum of all of them. Many -f of one dimension mean any of them, -f of several "
                        + "dimensions mean all of them: -f channel=telegram -f channel=whatsapp -f campaign=spring-sale. "
                        + "An empty value (-f campaign=) is what was not said; \"(other)\" is what was counted together on "
                        + "days with too many values, listed here with the real ones.")
public final class UsageEntriesCommand extends WeighhouseCommand {

    /** Most entries that are listed unless {@code --limit} says otherwise. */
    static final int LIMIT = 100;

    @Argument(index = 0, name = "unit", description = "What was counted, such as message_credits", required = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"message_credits", "ai_tokens", "subscribers", "engagements", "engagement_value", "cost"})
    String unit = "";

    @Option(name = "-w", aliases = "--workspace", description = "Id of the workspace; not needed if there is only one")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Option(
            name = "--from",
            description = "First day, such as 2026-10-01; the first of the last day's month if not said")
    String from;

    @Option(name = "--to", description = "Last day, included; today if not said")
    String to;

    @Option(
            name = "-f",
            aliases = "--filter",
            description = "Only entries with this value, such as campaign=spring-sale; can be said several times",
            multiValued = true)
    @Completion(
            value = StringsCompleter.class,
            values = {"channel=", "kind=", "campaign=", "flow=", "feature=", "model=", "market=", "account=", "key="})
    List<String> filters = List.of();

    @Option(name = "-l", aliases = "--limit", description = "Most entries that are listed; the sum is of all of them")
    int limit = LIMIT;

    @Override
    Permission needs() {
        return Permission.LOOK;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        Workspace of = workspace(services, workspace);
        UsageQueries queries = services.need(UsageQueries.class);
        if (limit < 0) {
            throw new CommandException("--limit must not be negative");
        }
        UsageQuery query = query(of);
        out.println(of.name() + " (" + of.id() + "), " + Shown.unit(query.unit()) + ", days of " + of.zone());
        boolean all = list(queries, query, out);
        Usage sum = queries.query(query).stream().map(UsageRow::usage).reduce(Usage.NONE, Usage::plus);
        out.println("Sum of all: " + Shown.amount(sum.amount()) + ", quantity " + Shown.count(sum.quantity()) + ", "
                + Shown.count(sum.events()) + (sum.events() == 1 ? " event" : " events")
                + (all ? "" : "; the first " + Shown.count(limit) + " entries are listed"));
    }

    /** @return whether all entries were listed */
    private boolean list(UsageQueries queries, UsageQuery query, PrintStream out) {
        long from = EntryPage.START;
        int left = limit;
        while (left > 0 && from != EntryPage.END) {
            EntryPage page = queries.explain(query, from, Math.min(left, UsageQueries.MAX_ENTRIES));
            page.entries().forEach(entry -> out.println(EntryLines.line(entry, query.zone())));
            left -= page.entries().size();
            from = page.next();
        }
        return from == EntryPage.END;
    }

    private UsageQuery query(Workspace of) throws CommandException {
        Unit counted = Unit.ofSlug(unit).orElseThrow(() -> new CommandException("there is no unit " + unit));
        LocalDate last = said(to).isEmpty() ? LocalDate.now(of.zone()) : Typed.day("--to", to);
        LocalDate first = said(from).isEmpty() ? last.withDayOfMonth(1) : Typed.day("--from", from);
        TimeRange days = TimeRange.ofDays(first, last, of.zone());
        return UsageQuery.total(of.id(), counted, days, of.zone()).where(only());
    }

    private Map<Dimension, Set<String>> only() throws CommandException {
        Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
        for (String filter : filters) {
            String[] parts = filter.split("=", 2);
            Dimension dimension = Dimension.ofKey(parts[0])
                    .filter(any -> parts.length == 2)
                    .orElseThrow(() -> new CommandException(
                            "a filter is one of " + Shown.dimensions() + ", = and a value, not " + filter));
            only.computeIfAbsent(dimension, any -> new HashSet<>()).add(parts[1]);
        }
        return only;
    }
}
