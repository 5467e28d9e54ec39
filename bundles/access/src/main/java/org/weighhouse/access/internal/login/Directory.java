package org.weighhouse.access.internal.login;

import java.util.HashMap;
import java.util.Map;
import org.apache.karaf.jaas.modules.ldap.LDAPOptions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** The directory of an installation that has one: there as long as its configuration is. */
@Component(
        service = Directory.class,
        configurationPid = "org.weighhouse.access.ldap",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = DirectoryConfig.class)
public final class Directory {

    /** Name of the option that hands the roles of groups to the module. */
    static final String GROUPS = "org.weighhouse.access.groups";

    private final Map<String, Object> options;

    @Activate
    public Directory(BundleContext bundle, DirectoryConfig config) {
        this(config);
        // Karaf's module looks for the services of others with it.
        options.put(BundleContext.class.getName(), bundle);
    }

    Directory(DirectoryConfig config) {
        String timeout = Integer.toString(config.timeoutInMs());
        options = new HashMap<>(Map.of(
                LDAPOptions.CONNECTION_URL,
                config.url(),
                LDAPOptions.CONNECTION_USERNAME,
                config.bindDn(),
                LDAPOptions.CONNECTION_PASSWORD,
                config.bindPassword(),
                LDAPOptions.USER_BASE_DN,
                config.userBase(),
                LDAPOptions.USER_FILTER,
                config.userFilter(),
                LDAPOptions.ROLE_BASE_DN,
                config.groupBase(),
                LDAPOptions.ROLE_FILTER,
                config.groupFilter(),
                LDAPOptions.ROLE_NAME_ATTRIBUTE,
                config.groupNameAttribute(),
                GROUPS,
                GroupRoles.of(config.groups())));
        options.putAll(Map.of(
                LDAPOptions.USER_SEARCH_SUBTREE,
                "true",
                LDAPOptions.ROLE_SEARCH_SUBTREE,
                "true",
                LDAPOptions.AUTHENTICATION,
                LDAPOptions.DEFAULT_AUTHENTICATION,
                // So that a group that was left is left at the next login.
                LDAPOptions.DISABLE_CACHE,
                "true",
                LDAPOptions.CONTEXT_PREFIX + "com.sun.jndi.ldap.connect.timeout",
                timeout,
                LDAPOptions.CONTEXT_PREFIX + "com.sun.jndi.ldap.read.timeout",
                timeout));
    }

    Map<String, Object> options() {
        return options;
    }
}
