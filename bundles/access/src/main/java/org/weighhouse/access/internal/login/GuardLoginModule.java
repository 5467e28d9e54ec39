package org.weighhouse.access.internal.login;

import java.time.Duration;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.weighhouse.api.access.LoginDelayedException;

/**
 * Stands before all modules of the realm, whoever wrote them: slows guessing down and notes what became of each login. It
 * never says that somebody may come in.
 */
public final class GuardLoginModule extends LoginModuleBase {

    private Optional<Attempt> watched = Optional.empty();

    /**
     * @return false, which JAAS reads as "not my matter"
     * @throws LoginDelayedException if the next try has to wait
     */
    @Override
    public boolean login() throws LoginException {
        Optional<Attempt> attempt = attempt();
        if (attempt.isPresent()) {
            if (attempt.get().password().value().isEmpty()) {
                // A directory would take it for an anonymous guest and say yes.
                throw new FailedLoginException("a password is needed");
            }
            Duration wait = logins().throttle()
                    .waitFor(attempt.get().user(), attempt.get().address());
            if (wait.isPositive()) {
                logins().delayed(attempt.get(), wait);
                throw new LoginDelayedException(wait);
            }
        }
        watched = attempt;
        return false;
    }

    @Override
    public boolean commit() {
        watched.ifPresent(logins()::succeeded);
        return false;
    }

    @Override
    public boolean abort() {
        watched.filter(attempt -> !isUnjudged()).ifPresent(logins()::failed);
        watched = Optional.empty();
        return false;
    }

    @Override
    public boolean logout() {
        return false;
    }
}
