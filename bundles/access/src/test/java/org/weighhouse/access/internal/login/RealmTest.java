package org.weighhouse.access.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.LoginDelayedException;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.TooManyLoginsException;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.UserPrincipal;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.kit.FakeTrail;
import org.weighhouse.api.kit.FakeUsers;

/** The realm's modules as JAAS itself runs them, with a realm of an admin's own behind them. */
class RealmTest {

    private static final String PASSWORD = "Birch-42-lantern";
    private static final WorkspaceId DEMO = new WorkspaceId("demo");

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final FakeUsers users = new FakeUsers();
    private final FakeTrail trail = new FakeTrail();
    private Logins logins = new Logins(users, trail, () -> now);

    @Test
    void anAdminIsAnAdminOfKarafToo() throws Exception {
        User admin = users.create("admin", new Secret(PASSWORD), Set.of(Assignment.ADMIN), false);
        Subject subject = login("Admin ", PASSWORD, "/127.0.0.1:4711");

        assertThat(roles(subject)).containsExactlyInAnyOrder("admin", "ssh", "manager", "viewer", "systembundles");
        assertThat(subject.getPrincipals(UserPrincipal.class))
                .extracting(UserPrincipal::user)
                .containsExactly(admin);
        assertThat(subject.getPrincipals(org.apache.karaf.jaas.boot.principal.UserPrincipal.class))
                .extracting(Principal::getName)
                .containsExactly("admin");
    }

    @Test
    void nobodyElseGetsARoleOfKarafs() throws Exception {
        users.create(
                "anna",
                new Secret(PASSWORD),
                Set.of(Assignment.of(Role.MANAGER, DEMO), Assignment.of(Role.VIEWER, new WorkspaceId("acme"))),
                false);
        users.create("otto", new Secret(PASSWORD), Set.of(new Assignment(Role.OPERATOR, Optional.empty())), false);
        users.create("nora", new Secret(PASSWORD), Set.of(), false);

        assertThat(roles(login("anna", PASSWORD, "")))
                .containsExactlyInAnyOrder(
                        "manager:demo", "viewer:acme", "ssh", "workspace-manager", "workspace-viewer");
        assertThat(roles(login("otto", PASSWORD, ""))).containsExactlyInAnyOrder("operator", "ssh");
        assertThat(roles(login("nora", PASSWORD, ""))).isEmpty();
    }

    @Test
    void whoIsNoneOfOursIsAskedForInTheRealmBehind() throws Exception {
        Subject subject = login("ldap", OtherRealmModule.PASSWORD, "/10.0.0.1:1");

        assertThat(roles(subject)).containsExactly("viewer:demo");
        assertThat(subject.getPrincipals(UserPrincipal.class)).isEmpty();
        assertThatThrownBy(() -> login("ldap", "wrong", "/10.0.0.1:1")).isInstanceOf(LoginException.class);
        assertThatThrownBy(() -> login("nobody", OtherRealmModule.PASSWORD, "")).isInstanceOf(LoginException.class);
    }

    @Test
    void guessingIsSlowedDownForThatUserFromThatPlaceOnly() throws Exception {
        users.create("anna", new Secret(PASSWORD), Set.of(Assignment.ADMIN), false);
        users.create("bert", new Secret(PASSWORD), Set.of(Assignment.ADMIN), false);
        guess("anna", "/10.0.0.66:1", LoginThrottle.FREE_FAILURES);

        // Another port is no other place.
        assertThatThrownBy(() -> login("anna", PASSWORD, "/10.0.0.66:2")).isInstanceOf(LoginDelayedException.class);
        assertThat(roles(login("anna", PASSWORD, "/10.0.0.1:1"))).contains("admin");
        assertThat(roles(login("bert", PASSWORD, "/10.0.0.66:1"))).contains("admin");
        now = now.plusSeconds(1);
        assertThat(roles(login("anna", PASSWORD, "/10.0.0.66:1"))).contains("admin");
    }

    @Test
    void theTrailTellsOfEachLoginAndTheSubjectKnowsWhoItIs() throws Exception {
        users.create("anna", new Secret(PASSWORD), Set.of(Assignment.ADMIN), false);
        Subject anna = login("anna", PASSWORD, "/10.0.0.1:4711");
        Subject other = login("ldap", OtherRealmModule.PASSWORD, "/10.0.0.2:4711");
        guess("anna", "/10.0.0.66:1", 1);
        guess("Birch-42-lantern", "/10.0.0.66:1", 1);

        assertThat(trail.lines)
                .extracting(FakeTrail.Line::toString)
                .containsExactly(
                        "anna login anna",
                        "ldap login ldap",
                        "anna login refused anna: name and password do not belong together",
                        // It may be a password typed into the wrong field.
                        "(unknown) login refused (unknown): name and password do not belong together");
        assertThat(trail.lines)
                .extracting(line -> line.actor().address())
                .containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.66", "10.0.0.66");
        assertThat(Subject.callAs(anna, Acting::current))
                .isEqualTo(trail.lines.get(0).actor());
        assertThat(Subject.callAs(other, Acting::current))
                .isEqualTo(trail.lines.get(1).actor());
        assertThat(Acting.current()).isEqualTo(Actor.PRODUCT);
    }

    @Test
    void guessingInTheRealmBehindIsSlowedDownToo() throws Exception {
        guess("ldap", "/10.0.0.1:1", LoginThrottle.FREE_FAILURES - 1);
        login("ldap", OtherRealmModule.PASSWORD, "/10.0.0.1:1");
        guess("ldap", "/10.0.0.1:1", LoginThrottle.FREE_FAILURES);

        assertThatThrownBy(() -> login("ldap", OtherRealmModule.PASSWORD, "/10.0.0.1:1"))
                .isInstanceOf(LoginDelayedException.class);
    }

    @Test
    void aServerThatIsBusyIsNobodysFailure() {
        Users busy = (Users) java.lang.reflect.Proxy.newProxyInstance(
                Users.class.getClassLoader(), new Class<?>[] {Users.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("authenticate")) {
                        throw new TooManyLoginsException();
                    }
                    return Optional.empty();
                });
        logins = new Logins(busy, trail, () -> now);
        for (int time = 0; time <= LoginThrottle.FREE_FAILURES; time++) {
            assertThatThrownBy(() -> login("anna", PASSWORD, "/10.0.0.1:1")).isInstanceOf(LoginDelayedException.class);
        }
        assertThat(logins.throttle().waitFor("anna", "10.0.0.1")).isZero();
    }

    @Test
    void aKeyInsteadOfAPasswordIsLeftToOthers() throws Exception {
        users.create("ldap", new Secret(PASSWORD), Set.of(Assignment.ADMIN), false);
        CallbackHandler key = callbacks -> {
            for (Callback callback : callbacks) {
                if (!(callback instanceof NameCallback name)) {
                    throw new UnsupportedCallbackException(callback);
                }
                name.setName("ldap");
            }
        };
        for (int time = 0; time <= LoginThrottle.FREE_FAILURES; time++) {
            assertThatThrownBy(() -> login(new Subject(), key)).isInstanceOf(LoginException.class);
        }
        assertThat(roles(login("ldap", PASSWORD, ""))).contains("admin");
    }

    @Test
    void addressesAreToldFromPorts() {
        assertThat(Attempt.host("/127.0.0.1:4711")).isEqualTo("127.0.0.1");
        assertThat(Attempt.host("/[0:0:0:0:0:0:0:1]:4711")).isEqualTo("0:0:0:0:0:0:0:1");
        assertThat(Attempt.host("/0:0:0:0:0:0:0:1")).isEqualTo("0:0:0:0:0:0:0:1");
        assertThat(Attempt.host("10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(Attempt.host("")).isEmpty();
    }

    private void guess(String user, String address, int times) {
        for (int time = 0; time < times; time++) {
            assertThatThrownBy(() -> login(user, "wrong", address))
                    .isInstanceOf(LoginException.class)
                    .isNotInstanceOf(LoginDelayedException.class);
        }
    }

    private Subject login(String user, String password, String address) throws LoginException {
        Subject subject = new Subject();
        subject.getPrincipals().add(new ClientPrincipal("test", address));
        return login(subject, callbacks -> {
            for (Callback callback : callbacks) {
                switch (callback) {
                    case NameCallback name -> name.setName(user);
                    case PasswordCallback secret -> secret.setPassword(password.toCharArray());
                    default -> throw new UnsupportedCallbackException(callback);
                }
            }
        });
    }

    private Subject login(Subject subject, CallbackHandler handler) throws LoginException {
        new LoginContext("karaf", subject, handler, new Realm()).login();
        return subject;
    }

    private static Set<String> roles(Subject subject) {
        return subject.getPrincipals(RolePrincipal.class).stream()
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }

    private final class Realm extends Configuration {
        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            Map<String, ?> options = Map.of(Logins.OPTION, logins);
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(GuardLoginModule.class.getName(), LoginModuleControlFlag.REQUISITE, options),
                new AppConfigurationEntry(UsersLoginModule.class.getName(), LoginModuleControlFlag.SUFFICIENT, options),
                new AppConfigurationEntry(OtherRealmModule.class.getName(), LoginModuleControlFlag.OPTIONAL, options)
            };
        }
    }
}
