package org.weighhouse.access.internal.settings;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.SynchronousConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weighhouse.api.audit.Acting;
import org.weighhouse.api.audit.Action;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;

/**
 * Takes changes of our settings to the trail: which ones, never their values, for some are secrets. Called on the thread of
 * whoever changes them, so it is known who that is; one that watches files acts for the product.
 */
@Component(service = SynchronousConfigurationListener.class, immediate = true)
public final class SettingsWatch implements SynchronousConfigurationListener {

    /** How the settings begin that are ours. */
    static final String OURS = "org.weighhouse.";

    private static final Logger LOG = LoggerFactory.getLogger(SettingsWatch.class);

    /** What the framework and its installers add. */
    private static final Set<String> NOT_SAID = Set.of(
            "service.pid",
            "service.factoryPid",
            "service.bundleLocation",
            "felix.fileinstall.filename",
            "org.apache.karaf.features.configKey");

    private final ConfigurationAdmin settings;
    private final AuditTrail trail;

    /** Fingerprints of the values, by PID and name. */
    private final Map<String, Map<String, Integer>> known = new ConcurrentHashMap<>();

    @Activate
    public SettingsWatch(@Reference ConfigurationAdmin settings, @Reference AuditTrail trail) {
        this.settings = settings;
        this.trail = trail;
        for (Configuration each : ours()) {
            known.put(each.getPid(), fingerprints(each.getProperties()));
        }
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        String pid = event.getPid();
        if (!pid.startsWith(OURS)) {
            return;
        }
        Map<String, Integer> after = event.getType() == ConfigurationEvent.CM_DELETED
                ? Map.of()
                : ours().stream()
                        .filter(each -> each.getPid().equals(pid))
                        .findFirst()
                        .map(found -> fingerprints(found.getProperties()))
                        .orElse(Map.of());
        Map<String, Integer> before = Optional.ofNullable(known.put(pid, after)).orElse(Map.of());
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        if (!changed.isEmpty()) {
            trail.noteSoon(
                    Acting.current(),
                    Deed.done(Action.SETTINGS_CHANGED, pid).saying("changed: " + String.join(", ", changed)));
        }
    }

    private List<Configuration> ours() {
        try {
            return Optional.ofNullable(settings.listConfigurations("(service.pid=" + OURS + "*)"))
                    .map(Arrays::asList)
                    .orElse(List.of());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a filter of ours", e);
        } catch (IOException e) {
            LOG.warn("The settings cannot be read, so that a change of them is not noted: {}", e.toString());
            return List.of();
        }
    }

    private static Map<String, Integer> fingerprints(Dictionary<String, Object> properties) {
        Map<String, Integer> found = new HashMap<>();
        if (properties != null) {
            for (String name : Collections.list(properties.keys())) {
                if (!NOT_SAID.contains(name)) {
                    found.put(name, Arrays.deepHashCode(new Object[] {properties.get(name)}));
                }
            }
        }
        return found;
    }
}
