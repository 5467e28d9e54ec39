package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.catalog.Secret;

/** Where commands get passwords from: the keyboard, without echo, or chance. Never from the command line. */
final class NewPassword {

    private NewPassword() {}

    /** Once it is in force: a password that was refused is of no use to anybody. */
    static void show(String user, Secret password, PrintStream out) {
        out.println("Password of " + user + ", shown only now: " + password.value());
    }

    static Secret typed(Session session) throws CommandException, IOException {
        Secret password = ask(session, "New password: ");
        if (!ask(session, "Once more: ").equals(password)) {
            throw new CommandException("the two passwords are not the same; nothing changed");
        }
        return password;
    }

    static Secret ask(Session session, String prompt) throws CommandException, IOException {
        try {
            String line = session.readLine(prompt, '*');
            if (line == null || line.isEmpty()) {
                throw new CommandException("no password was given; nothing changed");
            }
            return new Secret(line);
        } catch (UnsupportedOperationException e) {
            throw new CommandException("there is no terminal to ask for a password; -g makes one up", e);
        }
    }
}
