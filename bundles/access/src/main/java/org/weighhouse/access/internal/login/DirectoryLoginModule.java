package org.weighhouse.access.internal.login;

import java.security.Principal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.jaas.modules.ldap.LDAPLoginModule;
import org.weighhouse.api.access.Access;

/**
 * Lets in who the directory knows. Karaf's own module asks it; but that one takes a group's name for a role, so that whoever
 * may make a group called {@code admin} is one: here a group gives what the configuration says, and nothing else.
 */
public final class DirectoryLoginModule extends LoginModuleBase {

    private Optional<Set<Principal>> found = Optional.empty();

    /** @return false for logins without a password */
    @Override
    public boolean login() throws LoginException {
        Optional<Attempt> attempt = attempt();
        if (attempt.isEmpty()) {
            return false;
        }
        Set<String> groups = ask();
        Access access = new Access(((GroupRoles) option(Directory.GROUPS)).of(groups));
        Set<Principal> principals = new HashSet<>(Principals.roles(access));
        principals.add(new UserPrincipal(attempt.get().user()));
        found = Optional.of(principals);
        return true;
    }

    private Set<String> ask() throws LoginException {
        Subject answer = new Subject();
        LDAPLoginModule directory = new LDAPLoginModule();
        directory.initialize(answer, handler(), Map.of(), options());
        if (!directory.login()) {
            throw new FailedLoginException("the directory does not know this user");
        }
        directory.commit();
        return answer.getPrincipals(RolePrincipal.class).stream()
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean commit() {
        found.ifPresent(principals -> subject().getPrincipals().addAll(principals));
        return found.isPresent();
    }

    @Override
    public boolean abort() {
        found = Optional.empty();
        return true;
    }

    @Override
    public boolean logout() {
        found.ifPresent(principals -> subject().getPrincipals().removeAll(principals));
        return true;
    }
}
