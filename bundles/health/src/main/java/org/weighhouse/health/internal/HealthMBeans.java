package org.weighhouse.health.internal;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an MBean of every health check of the product, for as long as it is there. */
@Component(service = HealthMBeans.class, immediate = true)
public final class HealthMBeans {

    private static final Logger LOG = LoggerFactory.getLogger(HealthMBeans.class);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    private record Shown(HealthCheck check) implements HealthMXBean {
        @Override
        public String getStatus() {
            return check.execute().getStatus().name();
        }

        @Override
        public List<String> getProblems() {
            List<String> problems = new ArrayList<>();
            for (ResultLog.Entry entry : check.execute()) {
                if (entry.getStatus() != Result.Status.OK) {
                    problems.add(entry.getMessage());
                }
            }
            return problems;
        }
    }

    @Reference(
            target = "(hc.tags=weighhouse)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addCheck(HealthCheck check, Map<String, Object> properties) {
        try {
            server.registerMBean(new Shown(check), name(properties));
        } catch (JMException taken) {
            LOG.warn("The health check {} is no MBean: {}", properties.get(HealthCheck.NAME), taken.toString());
        }
    }

    void removeCheck(HealthCheck check, Map<String, Object> properties) {
        try {
            server.unregisterMBean(name(properties));
        } catch (JMException gone) {
            LOG.debug("The MBean of a health check has gone before it", gone);
        }
    }

    private static ObjectName name(Map<String, Object> properties) throws MalformedObjectNameException {
        String name = String.valueOf(properties.get(HealthCheck.NAME));
        return new ObjectName(
                "org.weighhouse:type=Health,name=" + (name.matches("[\\w -]+") ? name : ObjectName.quote(name)));
    }
}
