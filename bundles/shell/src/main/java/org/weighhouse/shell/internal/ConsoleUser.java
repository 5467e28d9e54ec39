package org.weighhouse.shell.internal;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.weighhouse.api.access.Access;
import org.weighhouse.api.access.CurrentSubject;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.UserPrincipal;

/**
 * Who acts in a console session.
 *
 * @param known as one of our users; empty for one of another realm, and for the terminal that Karaf was started in
 * @param access what they may do
 */
record ConsoleUser(Optional<User> known, Access access) {

    /** Nobody, who may do nothing. */
    static final ConsoleUser NOBODY = new ConsoleUser(Optional.empty(), Access.NONE);

    /** The one this thread acts for. */
    static ConsoleUser current() {
        return CurrentSubject.get().map(ConsoleUser::of).orElse(NOBODY);
    }

    private static ConsoleUser of(Subject subject) {
        Set<String> roles = subject.getPrincipals(RolePrincipal.class).stream()
                .map(RolePrincipal::getName)
                .collect(Collectors.toSet());
        Optional<User> known = subject.getPrincipals(UserPrincipal.class).stream()
                .map(UserPrincipal::user)
                .findFirst();
        return new ConsoleUser(known, Access.of(roles));
    }
}
