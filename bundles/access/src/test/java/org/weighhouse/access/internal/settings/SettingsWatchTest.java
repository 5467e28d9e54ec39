package org.weighhouse.access.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Actor;
import org.weighhouse.api.kit.FakeTrail;

class SettingsWatchTest {

    private static final String GATEWAY = "org.weighhouse.gateway";
    private static final Actor ANNA = new Actor("anna", Actor.Way.CONSOLE, "192.0.2.7");

    private final Map<String, Dictionary<String, Object>> settings = new TreeMap<>();
    private final FakeTrail trail = new FakeTrail();

    @Test
    void whichSettingsChangedIsToldAndNeverTheirValues() {
        settings.put(GATEWAY, properties("host", "127.0.0.1", "port", 8080));
        SettingsWatch watch = watch();
        try (Acting.Scope anna = Acting.as(ANNA)) {
            settings.put(GATEWAY, properties("host", "s3cret", "port", 8080, "hosts", new String[] {"a"}));
            tell(watch, GATEWAY, ConfigurationEvent.CM_UPDATED);
            // Only written again.
            settings.put(GATEWAY, properties("host", "s3cret", "port", 8080, "hosts", new String[] {"a"}));
            tell(watch, GATEWAY, ConfigurationEvent.CM_UPDATED);
            settings.put(GATEWAY, properties("host", "s3cret", "hosts", new String[] {"a", "b"}));
            tell(watch, GATEWAY, ConfigurationEvent.CM_UPDATED);
        }
        settings.remove(GATEWAY);
        tell(watch, GATEWAY, ConfigurationEvent.CM_DELETED);

        assertThat(trail.lines)
                .extracting(FakeTrail.Line::toString)
                .containsExactly(
                        "anna settings-changed org.weighhouse.gateway: changed: host, hosts",
                        "anna settings-changed org.weighhouse.gateway: changed: hosts, port",
                        "weighhouse settings-changed org.weighhouse.gateway: changed: host, hosts");
    }

    @Test
    void othersSettingsAreNotOurs() {
        SettingsWatch watch = watch();
        settings.put("org.apache.karaf.shell", properties("sshPort", 1));
        tell(watch, "org.apache.karaf.shell", ConfigurationEvent.CM_UPDATED);

        assertThat(trail.lines).isEmpty();
    }

    private static Dictionary<String, Object> properties(Object... pairs) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("service.pid", "x" + pairs.length);
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put((String) pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private SettingsWatch watch() {
        ConfigurationAdmin admin = (ConfigurationAdmin) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ConfigurationAdmin.class}, (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("listConfigurations");
                    assertThat(arguments).containsExactly("(service.pid=org.weighhouse.*)");
                    // As the framework does: nothing where there is none.
                    return settings.isEmpty()
                            ? null
                            : settings.keySet().stream()
                                    .map(this::configuration)
                                    .toArray(Configuration[]::new);
                });
        return new SettingsWatch(admin, trail);
    }

    private Configuration configuration(String pid) {
        return (Configuration) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Configuration.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getPid" -> pid;
                    case "getProperties" -> settings.get(pid);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static void tell(SettingsWatch watch, String pid, int type) {
        ServiceReference<?> admin = (ServiceReference<?>) Proxy.newProxyInstance(
                SettingsWatchTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        @SuppressWarnings("unchecked")
        ServiceReference<ConfigurationAdmin> reference = (ServiceReference<ConfigurationAdmin>) admin;
        watch.configurationEvent(new ConfigurationEvent(reference, type, null, pid));
    }
}
