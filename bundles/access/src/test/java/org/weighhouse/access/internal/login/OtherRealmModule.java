package org.weighhouse.access.internal.login;

import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;

/** Stands for a login module of an admin's own, which knows one user. */
public final class OtherRealmModule extends LoginModuleBase {

    static final String PASSWORD = "known to the other realm";

    private boolean in;

    @Override
    public boolean login() throws LoginException {
        in = attempt()
                .filter(attempt -> attempt.user().equals("ldap")
                        && attempt.password().value().equals(PASSWORD))
                .isPresent();
        if (!in) {
            throw new FailedLoginException("unknown to the other realm");
        }
        return true;
    }

    @Override
    public boolean commit() {
        if (in) {
            subject().getPrincipals().add(new RolePrincipal("viewer:demo"));
        }
        return in;
    }

    @Override
    public boolean abort() {
        return in;
    }

    @Override
    public boolean logout() {
        return in;
    }
}
