package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.framework.BundleContext;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/** What commands share: services for the time of the call, and refusals as one line instead of a stack trace. */
abstract class WeighhouseCommand implements Action {

    @Reference
    BundleContext bundle;

    @Reference
    Session session;

    /** Does the work and prints to {@code out}, which a pipe may take up. */
    abstract void run(Services services, PrintStream out) throws CommandException, IOException;

    /** @return nothing to print */
    @Override
    public final Object execute() throws CommandException, IOException {
        try (Services services = new Services(bundle)) {
            run(services, System.out);
            return null;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | LedgerUnavailableException e) {
            // Karaf shows the message of this exception alone, and keeps it out of the error log.
            throw new CommandException(e.getMessage(), e);
        }
    }

    /** An option's value; empty for one that was not said, which Karaf leaves {@code null}. */
    static String said(String option) {
        return option == null ? "" : option;
    }

    /**
     * The workspace a command is about.
     *
     * @param option its id; empty or {@code null} for the only one there is
     */
    static Workspace workspace(Services services, String option) throws CommandException {
        String named = said(option);
        Workspaces workspaces = services.need(Workspaces.class);
        List<Workspace> all = workspaces.all();
        if (named.isEmpty() && all.size() == 1) {
            return all.getFirst();
        }
        if (named.isEmpty()) {
            throw new CommandException(all.isEmpty() ? NONE_YET : "say which workspace: -w " + ids(all));
        }
        Optional<Workspace> found = workspaces.find(new WorkspaceId(named));
        return found.orElseThrow(
                () -> new CommandException("there is no workspace " + named + "; there is " + ids(all)));
    }

    /** What is known of a channel. */
    static ChannelDescriptor channel(Services services, String id) throws CommandException {
        Channels channels = services.need(Channels.class);
        List<String> known =
                channels.all().stream().map(each -> each.descriptor().id()).toList();
        return channels.find(id)
                .map(Channels.Channel::descriptor)
                .orElseThrow(() -> new CommandException("there is no channel " + id + "; "
                        + (known.isEmpty() ? "none was ever installed" : "known are " + String.join(", ", known))));
    }

    static ChannelAccount account(ChannelAccounts accounts, String id) throws CommandException {
        return accounts.find(id)
                .orElseThrow(() ->
                        new CommandException("there is no account " + id + "; weighhouse:channel-list shows them"));
    }

    private static final String NONE_YET = "there is no workspace yet; make one with weighhouse:workspace-create";

    private static String ids(List<Workspace> all) {
        return all.isEmpty()
                ? "none yet"
                : String.join(" | ", all.stream().map(each -> each.id().value()).toList());
    }
}
