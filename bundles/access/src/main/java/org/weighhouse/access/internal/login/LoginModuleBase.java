package org.weighhouse.access.internal.login;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/** What JAAS asks of a module, with what ours need of it. A module is used by one login and one thread. */
abstract class LoginModuleBase implements LoginModule {

    private static final String UNJUDGED = "org.weighhouse.access.unjudged";

    private Subject subject = new Subject();
    private CallbackHandler handler = callbacks -> {};
    private Map<String, Object> shared = new HashMap<>();
    private Map<String, ?> options = Map.of();

    @Override
    @SuppressWarnings("unchecked")
    public final void initialize(
            Subject of, CallbackHandler callbacks, Map<String, ?> sharedState, Map<String, ?> configured) {
        subject = of;
        handler = callbacks;
        // Modules of a login hand things to each other in it: it is made for writing.
        shared = (Map<String, Object>) sharedState;
        options = configured;
    }

    final Subject subject() {
        return subject;
    }

    final CallbackHandler handler() {
        return handler;
    }

    final Map<String, ?> options() {
        return options;
    }

    final Object option(String name) {
        return options.get(name);
    }

    final Logins logins() {
        return (Logins) option(Logins.OPTION);
    }

    /** Nobody looked at the password, so nothing follows from the login's failure. */
    final void leaveUnjudged() {
        shared.put(UNJUDGED, true);
    }

    final boolean isUnjudged() {
        return shared.containsKey(UNJUDGED);
    }

    final Optional<Attempt> attempt() throws LoginException {
        return Attempt.of(subject, handler);
    }
}
