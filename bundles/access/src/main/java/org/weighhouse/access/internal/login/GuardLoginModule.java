package org.weighhouse.access.internal.login;

import java.time.Duration;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.weighhouse.api.access.LoginDelayedException;
import org.weighhouse.api.audit.ActorPrincipal;

/**
 * Stands before all modules of the realm, whoever wrote them: slows guessing down, notes what became of each login and says in
 * the subject who it is. It never says that somebody may come in.
 */
public final class GuardLoginModule extends LoginModuleBase {

    private Optional<Attempt> watched = Optional.empty();
    private Optional<ActorPrincipal> given = Optional.empty();

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
        given = watched.map(logins()::succeeded).map(ActorPrincipal::new);
        given.ifPresent(subject().getPrincipals()::add);
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
        given.ifPresent(subject().getPrincipals()::remove);
        return false;
    }
}
