package org.weighhouse.access.internal.login;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.audit.AuditTrail;

/**
 * Our users in Karaf's own realm, which page, shell and JMX ask. Who is none of them is asked for in the directory, if one is
 * configured, then in whatever realm of that name was there before: {@code users.properties}, or one of an admin's own.
 */
@Component(service = JaasRealm.class, immediate = true, property = KarafRealm.OURS + ":Boolean=true")
public final class KarafRealm implements JaasRealm {

    static final String OURS = "weighhouse.realm";

    private static final String NAME = "karaf";

    /** Higher than anybody else's, for the one of the highest rank is asked alone. */
    private static final int RANK = 1_000;

    private final BundleContext bundle;
    private final Logins logins;
    private final List<JaasRealm> others = new CopyOnWriteArrayList<>();
    private volatile Optional<Directory> directory = Optional.empty();

    @Activate
    public KarafRealm(BundleContext bundle, @Reference Users users, @Reference AuditTrail trail) {
        this.bundle = bundle;
        logins = new Logins(users, trail, InstantSource.system());
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(!(" + OURS + "=true))")
    void addRealm(JaasRealm realm) {
        others.add(realm);
    }

    void removeRealm(JaasRealm realm) {
        others.remove(realm);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setDirectory(Directory configured) {
        directory = Optional.of(configured);
    }

    void unsetDirectory(Directory gone) {
        directory = directory.filter(current -> current != gone);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public int getRank() {
        return RANK;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        Stream<AppConfigurationEntry> ours = Stream.of(
                entry(GuardLoginModule.class, LoginModuleControlFlag.REQUISITE, Map.of()),
                entry(UsersLoginModule.class, LoginModuleControlFlag.SUFFICIENT, Map.of()));
        Stream<AppConfigurationEntry> configured = directory.stream()
                .map(each -> entry(DirectoryLoginModule.class, LoginModuleControlFlag.SUFFICIENT, each.options()));
        Stream<AppConfigurationEntry> before = others.stream()
                .filter(realm -> realm.getName().equals(NAME))
                .max(Comparator.comparingInt(JaasRealm::getRank))
                .stream()
                .flatMap(realm -> Stream.of(realm.getEntries()));
        return Stream.of(ours, configured, before).flatMap(each -> each).toArray(AppConfigurationEntry[]::new);
    }

    private AppConfigurationEntry entry(
            Class<? extends LoginModule> module, LoginModuleControlFlag flag, Map<String, Object> more) {
        Map<String, Object> options = new HashMap<>(more);
        options.put(ProxyLoginModule.PROPERTY_MODULE, module.getName());
        options.put(
                ProxyLoginModule.PROPERTY_BUNDLE,
                Long.toString(bundle.getBundle().getBundleId()));
        options.put(Logins.OPTION, logins);
        return new AppConfigurationEntry(ProxyLoginModule.class.getName(), flag, options);
    }
}
