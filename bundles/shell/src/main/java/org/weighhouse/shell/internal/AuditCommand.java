package org.weighhouse.shell.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.TimeRange;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.catalog.Workspace;

/** What commands about the trail share: which lines. Managers reach those of their workspaces only. */
abstract class AuditCommand extends WeighhouseCommand {

    @Option(
            name = "-w",
            aliases = "--workspace",
            description = "Only what concerns this workspace; everything you may see if not said")
    @Completion(WorkspaceCompleter.class)
    String workspace;

    @Option(name = "-u", aliases = "--user", description = "Only what this user did, or a key: \"key <id>\"")
    @Completion(UserCompleter.class)
    String user;

    @Option(name = "-a", aliases = "--action", description = "Only this, such as key-created or login")
    @Completion(ActionCompleter.class)
    String action;

    @Option(name = "--from", description = "First day, such as 2026-10-01; of the workspace's zone with -w, else UTC")
    String from;

    @Option(name = "--to", description = "Last day, included")
    String to;

    @Override
    final Permission needs() {
        return Permission.MANAGE;
    }

    /** The workspaces that are meant. */
    final List<Workspace> chosen(Services services) throws CommandException {
        return chosen(services, workspace);
    }

    final AuditQuery query(List<Workspace> chosen) throws CommandException {
        AuditQuery all = AuditQuery.newest(AuditTrail.MAX_ENTRIES)
                .by(said(user).isEmpty() ? Optional.empty() : Optional.of(user))
                .only(action())
                .within(days(zone(chosen)));
        return isByAdmin() && said(workspace).isEmpty()
                ? all
                : all.of(chosen.stream().map(Workspace::id).collect(Collectors.toSet()));
    }

    final ZoneId zone(List<Workspace> chosen) {
        return said(workspace).isEmpty() ? ZoneOffset.UTC : chosen.getFirst().zone();
    }

    private Optional<Action> action() throws CommandException {
        if (said(action).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Action.ofSlug(action)
                .orElseThrow(() -> new CommandException(
                        "there is no action " + action + "; there are " + String.join(", ", ActionCompleter.SLUGS))));
    }

    private Optional<TimeRange> days(ZoneId zone) throws CommandException {
        if (said(from).isEmpty() && said(to).isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = said(from).isEmpty() ? LocalDate.EPOCH : Typed.day("--from", from);
        LocalDate last = said(to).isEmpty() ? LocalDate.now(zone) : Typed.day("--to", to);
        return Optional.of(TimeRange.ofDays(first, last, zone));
    }
}
