package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Permission;

/** Everything that says of itself, as a Felix health check of the tag {@code weighhouse}, how it is. */
@Service
@Command(
        scope = "weighhouse",
        name = "doctor",
        description = "Says what is wrong with the installation, and what to do")
public final class DoctorCommand extends WeighhouseCommand {

    @Override
    Permission needs() {
        return Permission.OPERATE;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        List<Checks.Checked> all = Checks.all(services);
        long wrong = 0;
        for (Checks.Checked each : all) {
            out.printf("%-9s%s%n", word(each.status()), each.name());
            each.problems().forEach(problem -> out.println("         " + problem));
            wrong += each.problems().size();
        }
        out.println();
        out.println(
                all.isEmpty()
                        ? "Nobody says how they are: the bundle weighhouse-health is not running. See bundle:list -t 0."
                        : wrong == 0 ? "All is well." : wrong + (wrong == 1 ? " thing" : " things") + " to look at.");
    }

    private static String word(Result.Status status) {
        return switch (status) {
            case OK -> "fine";
            case WARN -> "WARNING";
            default -> "PROBLEM";
        };
    }
}
