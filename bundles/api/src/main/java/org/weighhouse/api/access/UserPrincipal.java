package org.weighhouse.api.access;

import java.security.Principal;

/**
 * Says in a JAAS subject that it is one of our users, and not one of another realm.
 *
 * @param user as at the login
 */
public record UserPrincipal(User user) implements Principal {

    @Override
    public String getName() {
        return user.name();
    }
}
