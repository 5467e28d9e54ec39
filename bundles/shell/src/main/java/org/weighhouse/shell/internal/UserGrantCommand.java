package org.weighhouse.shell.internal;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;

@Service
@Command(scope = "weighhouse", name = "user-grant", description = "Gives somebody a role")
public final class UserGrantCommand extends UserRoleCommand {

    @Override
    User change(Users users, Assignment assignment) throws CommandException {
        return users.grant(known(users, name).name(), assignment);
    }
}
