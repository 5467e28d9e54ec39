package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.Unit;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.ledger.Allowance;
import org.weighhouse.api.ledger.Allowance.Limit;

@Service
@Command(
        scope = "weighhouse",
        name = "plan-save",
        description = "Makes a plan, or gives it other limits, which the workspaces on it have at once")
public final class PlanSaveCommand extends WeighhouseCommand {

    private static final String SOFT = "soft";
    private static final String HARD = "hard";
    private static final String ROLLS = "rolls";
    private static final String FORM =
            "a limit is such as message_credits=20000, ai_tokens=1000000:soft or cost=5000000:hard:rolls";

    @Argument(index = 0, name = "plan", description = "Name of the plan", required = true)
    @Completion(PlanCompleter.class)
    String plan = "";

    @Option(
            name = "-l",
            aliases = "--limit",
            multiValued = true,
            description = "What it gives a month of a unit (message_credits, ai_tokens, subscribers, cost), such as"
                    + " message_credits=20000; with :soft what goes beyond is overage and not refused, with :rolls what is"
                    + " left stays for the next month; may be given for several units")
    List<String> limits;

    @Option(name = "--unlimited", description = "Without any limit")
    boolean unlimited;

    @Override
    Permission needs() {
        return Permission.ADMINISTER;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        if (said(limits).isEmpty() != unlimited) {
            throw new CommandException("say -l for each limit, or --unlimited");
        }
        Map<Unit, Allowance> allowances = new EnumMap<>(Unit.class);
        for (String limit : said(limits)) {
            add(allowances, limit);
        }
        Workspaces workspaces = services.need(Workspaces.class);
        workspaces.savePlan(new Plan(plan, allowances));
        long on = workspaces.all().stream()
                .filter(workspace -> workspace.plan().equals(plan))
                .count();
        out.println("Saved plan " + plan + ": " + shown(allowances) + "; workspaces on it: " + on);
    }

    private static void add(Map<Unit, Allowance> allowances, String limit) throws CommandException {
        String[] sides = limit.split("=", -1);
        if (sides.length != 2) {
            throw new CommandException(FORM + ", not " + limit);
        }
        List<String> words = List.of(sides[1].split(":", -1));
        List<String> more = words.subList(1, words.size());
        boolean contrary = more.contains(SOFT) && more.contains(HARD);
        if (contrary || !Stream.of(SOFT, HARD, ROLLS).toList().containsAll(more)) {
            throw new CommandException(FORM + ", not " + limit);
        }
        Allowance allowance = new Allowance(
                Typed.amount(words.getFirst()), more.contains(SOFT) ? Limit.SOFT : Limit.HARD, more.contains(ROLLS));
        if (allowances.put(Unit.ofLimited(sides[0]), allowance) != null) {
            throw new CommandException("a plan has one limit of " + sides[0]);
        }
    }

    private static String shown(Map<Unit, Allowance> allowances) {
        return allowances.isEmpty()
                ? "no limits"
                : allowances.entrySet().stream()
                        .map(each -> each.getKey().slug() + " "
                                + Shown.amount(each.getValue().amount()) + " "
                                + each.getValue().limit().name().toLowerCase(Locale.ROOT)
                                + (each.getValue().rollsOver() ? ", what is left stays" : ""))
                        .collect(Collectors.joining("; "));
    }
}
