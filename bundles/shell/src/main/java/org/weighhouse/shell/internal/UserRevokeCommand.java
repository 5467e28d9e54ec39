package org.weighhouse.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;

@Service
@Command(
        scope = "weighhouse",
        name = "user-revoke",
        description = "Takes a role away from somebody, everywhere within a second")
public final class UserRevokeCommand extends UserRoleCommand {

    @Override
    User change(Users users, Assignment assignment) throws CommandException {
        return users.revoke(knownHere(users, name).name(), assignment);
    }
}
