package org.weighhouse.access.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.security.Principal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.kit.FakeTrail;
import org.weighhouse.api.kit.FakeUsers;

/** Against a directory server that speaks LDAP over a socket. */
class DirectoryTest {

    private InMemoryDirectoryServer server;

    @BeforeEach
    void start() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
        config.addAdditionalBindCredentials("cn=reader", "reader's own");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
        server = new InMemoryDirectoryServer(config);
        entry("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
        entry("dn: ou=people,dc=example,dc=org", "objectClass: organizationalUnit", "ou: people");
        entry("dn: ou=groups,dc=example,dc=org", "objectClass: organizationalUnit", "ou: groups");
        person("anna");
        person("bert");
        group("acme-staff", "anna");
        // Somebody's own, with a name that would be a role.
        group("admin", "bert");
        server.startListening();
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
    }

    @Test
    void aGroupGivesTheRolesThatTheConfigurationSays() throws Exception {
        Subject anna = login("Anna", "anna's password");

        assertThat(roles(anna)).containsExactlyInAnyOrder("viewer:acme", "operator", "workspace-viewer", "ssh");
        assertThat(anna.getPrincipals(UserPrincipal.class))
                .extracting(Principal::getName)
                .containsExactly("anna");
    }

    @Test
    void aGroupThatIsNotNamedGivesNothing() throws Exception {
        assertThat(roles(login("bert", "bert's password"))).isEmpty();
    }

    @Test
    void whoLeavesAGroupLosesItsRolesAtTheNextLogin() throws Exception {
        login("anna", "anna's password");
        server.delete("cn=acme-staff,ou=groups,dc=example,dc=org");

        assertThat(roles(login("anna", "anna's password"))).isEmpty();
    }

    @Test
    void nobodyComesInByTricks() {
        assertRefused("anna", "wrong");
        // A directory takes an empty password for an anonymous guest, and says yes.
        assertRefused("anna", "");
        assertRefused("nobody", "anna's password");
        assertRefused("*", "anna's password");
        assertRefused("an*", "anna's password");
        assertRefused("anna)(uid=*", "anna's password");
        assertRefused("anna,ou=people", "anna's password");
        assertRefused("anna\u0000", "anna's password");
    }

    @Test
    void aDirectoryThatIsAwayLetsNobodyIn() {
        server.shutDown(true);

        assertRefused("anna", "anna's password");
    }

    private void assertRefused(String user, String password) {
        assertThatThrownBy(() -> login(user, password)).as(user).isInstanceOf(LoginException.class);
    }

    private Subject login(String user, String password) throws LoginException {
        Subject subject = new Subject();
        Map<String, Object> options = new HashMap<>(new Directory(config()).options());
        options.put(Logins.OPTION, new Logins(new FakeUsers(), new FakeTrail(), InstantSource.system()));
        Configuration realm = new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(
                            GuardLoginModule.class.getName(), LoginModuleControlFlag.REQUISITE, options),
                    new AppConfigurationEntry(
                            DirectoryLoginModule.class.getName(), LoginModuleControlFlag.SUFFICIENT, options)
                };
            }
        };
        new LoginContext("karaf", subject, callbacks -> answer(callbacks, user, password), realm).login();
        return subject;
    }

    private static void answer(Callback[] callbacks, String user, String password) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            switch (callback) {
                case NameCallback name -> name.setName(user);
                case PasswordCallback secret -> secret.setPassword(password.toCharArray());
                default -> throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private static Set<String> roles(Subject subject) {
        return subject.getPrincipals(RolePrincipal.class).stream()
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }

    private void person(String uid) throws LDAPException, LDIFException {
        entry(
                "dn: uid=" + uid + ",ou=people,dc=example,dc=org",
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: " + uid,
                "sn: " + uid,
                "userPassword: " + uid + "'s password");
    }

    private void group(String name, String member) throws LDAPException, LDIFException {
        entry(
                "dn: cn=" + name + ",ou=groups,dc=example,dc=org",
                "objectClass: groupOfNames",
                "cn: " + name,
                "member: uid=" + member + ",ou=people,dc=example,dc=org");
    }

    private void entry(String... lines) throws LDAPException, LDIFException {
        server.add(lines);
    }

    private DirectoryConfig config() {
        return new Configured("ldap://127.0.0.1:" + server.getListenPort());
    }

    private record Configured(String url) implements DirectoryConfig {
        @Override
        public String bindDn() {
            return "cn=reader";
        }

        @Override
        public String bindPassword() {
            return "reader's own";
        }

        @Override
        public String userBase() {
            return "ou=people,dc=example,dc=org";
        }

        @Override
        public String userFilter() {
            return "(uid=%u)";
        }

        @Override
        public String groupBase() {
            return "ou=groups,dc=example,dc=org";
        }

        @Override
        public String groupFilter() {
            return "(member=%fqdn)";
        }

        @Override
        public String groupNameAttribute() {
            return "cn";
        }

        @Override
        public String[] groups() {
            return new String[] {"acme-staff=viewer:acme", "acme-staff = operator"};
        }

        @Override
        public int timeoutInMs() {
            return 5_000;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return DirectoryConfig.class;
        }
    }
}
