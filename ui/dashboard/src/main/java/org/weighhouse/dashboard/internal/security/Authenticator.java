package org.weighhouse.dashboard.internal.security;

import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.UserPrincipal;

/** Checks names and passwords against Karaf's realm, which slows guessing down by user and address. */
final class Authenticator {

    /** Name of Karaf's own realm. */
    static final String REALM = "karaf";

    private Authenticator() {}

    /**
     * @param address where the browser is
     * @throws LoginException if name and password do not match, must wait, or the realm cannot be asked
     */
    static LoggedInUser login(String name, String password, String address) throws LoginException {
        Subject subject = new Subject();
        subject.getPrincipals().add(new ClientPrincipal("http", address));
        new LoginContext(REALM, subject, callbacks -> answer(callbacks, name, password)).login();
        Optional<User> known = subject.getPrincipals(UserPrincipal.class).stream()
                .map(UserPrincipal::user)
                .findFirst();
        Access access = Access.of(subject.getPrincipals(RolePrincipal.class).stream()
                .map(RolePrincipal::getName)
                .collect(Collectors.toSet()));
        return new LoggedInUser(known.map(User::name).orElse(name), known, access);
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
