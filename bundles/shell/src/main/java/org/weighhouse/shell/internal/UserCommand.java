package org.weighhouse.shell.internal;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;

/** What commands about users share: managers reach those of their workspaces only. */
abstract class UserCommand extends WeighhouseCommand {

    @Override
    Permission needs() {
        return Permission.MANAGE;
    }

    /** Somebody whom whoever runs it may remove or give a password. */
    final User managed(Users users, String name) throws CommandException {
        User user = knownHere(users, name);
        if (!user().access().mayManage(user.access())) {
            throw new CommandException(name + " has roles elsewhere, so only a platform admin may do this");
        }
        return user;
    }

    /** Somebody to whom a role may be given, wherever they have others. */
    static User known(Users users, String name) throws CommandException {
        return users.find(name).orElseThrow(() -> unknown(name));
    }

    /** Somebody who has a role that whoever runs it may take. */
    final User knownHere(Users users, String name) throws CommandException {
        return users.find(name).filter(this::isKnownHere).orElseThrow(() -> unknown(name));
    }

    /** To a manager, those without a role in a workspace managed are nobody. */
    final boolean isKnownHere(User user) {
        return isByAdmin() || user.roles().stream().anyMatch(user().access()::mayAssign);
    }

    private static CommandException unknown(String name) {
        return new CommandException("there is no user " + name + "; weighhouse:user-list shows them");
    }

    /** A role that whoever runs it may give and take. */
    final Assignment assignable(String text) throws CommandException {
        Assignment role = Assignment.parse(text);
        if (!user().access().mayAssign(role)) {
            throw new CommandException("you may not give or take the role " + role);
        }
        return role;
    }

    /** What is true now, as far as it is the business of whoever runs it: a manager learns of no roles elsewhere. */
    final String shown(User user) {
        List<String> roles = user.roles().stream()
                .filter(user().access()::mayAssign)
                .map(Assignment::toString)
                .toList();
        String none = isByAdmin() ? " has no role" : " has no role here";
        return user.name() + (roles.isEmpty() ? none : " is " + String.join(", ", roles));
    }
}
