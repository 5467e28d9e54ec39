package org.weighhouse.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.audit.AuditCheck;
import org.weighhouse.api.audit.AuditTrail;

@Service
@Command(
        scope = "weighhouse",
        name = "audit-check",
        description = "Reads the whole audit trail and looks whether it is as it was written")
public final class AuditCheckCommand extends WeighhouseCommand {

    @Override
    Permission needs() {
        return Permission.OPERATE;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException {
        AuditCheck check = services.need(AuditTrail.class).check();
        out.println(Shown.count(check.entries()) + " lines are as they were written; the last one's hash is "
                + check.head());
        if (check.problem().isPresent()) {
            throw new CommandException("the audit trail is not as it was written: "
                    + check.problem().get() + "; compare it with a backup");
        }
        out.println(
                "All is well. Keep the hash elsewhere to be able to show later that nothing up to here was changed.");
    }
}
