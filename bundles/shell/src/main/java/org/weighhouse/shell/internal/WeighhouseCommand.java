package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.osgi.framework.BundleContext;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.ChannelAccounts;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.ledger.LedgerUnavailableException;

/**
 * What commands share: who may run them and on which workspaces, services for the time of the call, and refusals as one
 * line instead of a stack trace.
 */
abstract class WeighhouseCommand implements Action {

    private static final String NONE_YET = "there is no workspace yet; make one with weighhouse:workspace-create";
    private static final String NONE_OF_YOURS = "you have no workspace in which you may do this";

    @Reference
    BundleContext bundle;

    @Reference
    Session session;

    private ConsoleUser user = ConsoleUser.NOBODY;

    /** What running it takes; Karaf's access rules that come with the features say the same, and hide it from others. */
    abstract Permission needs();

    /** Whether those may run it too who have another permission: it then looks itself at what they may. */
    boolean isForEverybody() {
        return false;
    }

    /** Does the work and prints to {@code out}, which a pipe may take up. */
    abstract void run(Services services, PrintStream out) throws CommandException, IOException;

    /** @return nothing to print */
    @Override
    public final Object execute() throws CommandException, IOException {
        user = ConsoleUser.current();
        requireAllowed();
        try (Services services = new Services(bundle)) {
            run(services, System.out);
            return null;
        } catch (UserInterruptException | EndOfFileException stopped) {
            // Ctrl-C or Ctrl-D where something is asked for: nothing is changed before all is answered.
            throw new CommandException("nothing changed", stopped);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | LedgerUnavailableException e) {
            // Karaf shows the message of this exception alone, and keeps it out of the error log.
            throw new CommandException(e.getMessage(), e);
        }
    }

    private void requireAllowed() throws CommandException {
        boolean allowed = isForEverybody()
                ? !user.access().roles().isEmpty()
                : user.access().mayAnywhere(needs());
        if (!allowed) {
            throw new CommandException("this is for " + needs().holders());
        }
    }

    /** Who runs it. */
    final ConsoleUser user() {
        return user;
    }

    final boolean isByAdmin() {
        return user.access().may(Permission.ADMINISTER);
    }

    /** Files of the server are out of reach for those who only have a role in a workspace. */
    final void requireAdminFor(String what) throws CommandException {
        if (!isByAdmin()) {
            throw new CommandException(what + " reaches files of the server, which only platform admins may");
        }
    }

    /** An option's value; empty for one that was not said, which Karaf leaves {@code null}. */
    static String said(String option) {
        return option == null ? "" : option;
    }

    /** An option's values; empty for one that was not said. */
    static List<String> said(List<String> option) {
        return option == null ? List.of() : option;
    }

    /** The workspaces on which whoever runs it may do it. */
    final List<Workspace> workspaces(Services services) throws CommandException {
        List<Workspace> all = services.need(Workspaces.class).all();
        // Whoever may do it to the installation may do it to each.
        return needs().scope() == Permission.Scope.INSTALLATION
                ? all
                : user.access().where(needs(), all);
    }

    /** The workspaces a command looks at: the one that its option names, or without it all that it may. */
    final List<Workspace> chosen(Services services, String option) throws CommandException {
        return said(option).isEmpty() ? workspaces(services) : List.of(workspace(services, option));
    }

    /**
     * The workspace a command is about. One that exists and must not be reached is as unknown as one that does not.
     *
     * @param option its id; empty or {@code null} for the only one there is
     */
    final Workspace workspace(Services services, String option) throws CommandException {
        String named = said(option);
        List<Workspace> all = workspaces(services);
        if (named.isEmpty() && all.size() == 1) {
            return all.getFirst();
        }
        if (named.isEmpty()) {
            throw new CommandException(all.isEmpty() ? none() : "say which workspace: -w " + ids(all));
        }
        WorkspaceId id = new WorkspaceId(named);
        return all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandException("there is no workspace " + named + "; there is " + ids(all)));
    }

    private String none() {
        return isByAdmin() ? NONE_YET : NONE_OF_YOURS;
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

    /** An account of a workspace on which whoever runs it may do it. */
    final ChannelAccount account(ChannelAccounts accounts, String id) throws CommandException {
        return accounts.find(id)
                .filter(account -> user.access().may(needs(), account.workspace()))
                .orElseThrow(() ->
                        new CommandException("there is no account " + id + "; weighhouse:channel-list shows them"));
    }

    private static String ids(List<Workspace> all) {
        return all.isEmpty()
                ? "none yet"
                : String.join(" | ", all.stream().map(each -> each.id().value()).toList());
    }
}
