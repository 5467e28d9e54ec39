package org.weighhouse.access.internal.login;

import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.weighhouse.api.access.LoginDelayedException;
import org.weighhouse.api.access.TooManyLoginsException;
import org.weighhouse.api.access.User;

/** Lets in who is one of our users. */
public final class UsersLoginModule extends LoginModuleBase {

    private static final Duration SOON = Duration.ofSeconds(1);

    private Optional<User> user = Optional.empty();
    private Set<Principal> given = Set.of();

    /** @return false for logins without a password, which other modules may know */
    @Override
    public boolean login() throws LoginException {
        Optional<Attempt> attempt = attempt();
        if (attempt.isEmpty()) {
            return false;
        }
        try {
            user = logins().users()
                    .authenticate(attempt.get().user(), attempt.get().password());
        } catch (TooManyLoginsException busy) {
            leaveUnjudged();
            throw (LoginException) new LoginDelayedException(SOON).initCause(busy);
        }
        if (user.isEmpty()) {
            throw new FailedLoginException("user name and password do not belong together");
        }
        return true;
    }

    @Override
    public boolean commit() {
        given = user.map(Principals::of).orElse(Set.of());
        subject().getPrincipals().addAll(given);
        return user.isPresent();
    }

    @Override
    public boolean abort() {
        user = Optional.empty();
        return true;
    }

    @Override
    public boolean logout() {
        subject().getPrincipals().removeAll(given);
        return true;
    }
}
