package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.MadeUpPassword;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;

@Service
@Command(
        scope = "weighhouse",
        name = "user-password",
        description =
                "Changes your own password, or gives somebody a new one, who is to change it; sessions with the old"
                        + " one end")
public final class UserPasswordCommand extends UserCommand {

    @Argument(index = 0, name = "name", description = "Name of the user", required = true)
    @Completion(UserCompleter.class)
    String name = "";

    @Option(name = "-g", aliases = "--generate", description = "Makes the password up and shows it, once")
    boolean generate;

    /** Each has a password of their own. */
    @Override
    boolean isForEverybody() {
        return true;
    }

    @Override
    void run(Services services, PrintStream out) throws CommandException, IOException {
        Users users = services.need(Users.class);
        boolean own = user().known().map(User::name).filter(name::equals).isPresent();
        if (own) {
            Secret old = NewPassword.ask(session, "Present password: ");
            if (users.authenticate(name, old).isEmpty()) {
                throw new CommandException("this is not the present password; nothing changed");
            }
        } else {
            managed(users, name);
        }
        Secret password = generate ? MadeUpPassword.next() : NewPassword.typed(session);
        if (own) {
            // The session that this runs in may end before another word gets through.
            out.println("Changing the password; sessions with the old one end, this one too.");
            if (generate) {
                NewPassword.show(name, password, out);
            }
            out.flush();
        }
        users.setPassword(name, password, !own);
        out.println("Changed the password of " + name);
        if (generate && !own) {
            NewPassword.show(name, password, out);
        }
    }
}
