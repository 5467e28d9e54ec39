package org.weighhouse.dashboard.internal.security;

import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;

/** Checks names and passwords against Karaf's users. */
final class Authenticator {

    /** Name of Karaf's own realm. */
    static final String REALM = "karaf";

    private Authenticator() {}

    /** @throws LoginException if name and password do not match, or the realm cannot be asked */
    static User login(String name, String password) throws LoginException {
        Subject subject = new Subject();
        new LoginContext(REALM, subject, callbacks -> answer(callbacks, name, password)).login();
        Set<String> roles = subject.getPrincipals(RolePrincipal.class).stream()
                .map(RolePrincipal::getName)
                .collect(Collectors.toSet());
        return new User(name, roles);
    }

    private static void answer(Callback[] callbacks, String name, String password) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            switch (callback) {
                case NameCallback nameCallback -> nameCallback.setName(name);
                case PasswordCallback passwordCallback -> passwordCallback.setPassword(password.toCharArray());
                default -> throw new UnsupportedCallbackException(callback);
            }
        }
    }
}
