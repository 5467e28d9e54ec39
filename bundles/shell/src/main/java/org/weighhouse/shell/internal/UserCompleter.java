package org.weighhouse.shell.internal;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;

/** Offers the names of users; to managers of those who have a role in their workspaces. */
@Service
public final class UserCompleter extends IdCompleter {

    @Override
    Stream<String> ids(Services services, ConsoleUser user) {
        return services.find(Users.class).stream()
                .flatMap(users -> users.all().stream())
                .filter(each -> user.access().may(Permission.ADMINISTER)
                        || each.roles().stream().anyMatch(user.access()::mayAssign))
                .map(User::name);
    }
}
