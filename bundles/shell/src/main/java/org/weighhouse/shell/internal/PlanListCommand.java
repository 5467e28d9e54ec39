package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.weighhouse.api.Unit;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Plan;
import org.weighhouse.api.catalog.Workspaces;

@Service
@Command(scope = "weighhouse", name = "plan-list", description = "Lists the plans and what each grants a month")
public final class PlanListCommand extends WeighhouseCommand {

    private static final List<Unit> LIMITABLE =
            Stream.of(Unit.values()).filter(Unit::canBeLimited).toList();

    @Override
    Permission needs() {
        return Permission.LOOK;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        ShellTable table = new ShellTable();
        table.column("Plan");
        LIMITABLE.forEach(unit -> table.column(Shown.unit(unit)).alignRight());
        for (Plan plan : services.need(Workspaces.class).plans()) {
            List<Object> cells = new ArrayList<>();
            cells.add(plan.name());
            LIMITABLE.forEach(unit -> cells.add(
                    Shown.allowance(Optional.ofNullable(plan.allowances().get(unit)))));
            table.addRow().addContent(cells);
        }
        table.print(out);
    }
}
