package org.weighhouse.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

class HealthMBeansTest {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void aCheckIsAnMBeanForAsLongAsItIsThere() throws Exception {
        FormattingResultLog log = new FormattingResultLog();
        log.info("looked");
        log.warn("The loft is {}. Clean it.", "dirty");
        HealthCheck check = () -> new Result(log);
        Map<String, Object> properties = Map.of(HealthCheck.NAME, "Pigeon loft");
        ObjectName name = new ObjectName("org.weighhouse:type=Health,name=Pigeon loft");
        HealthMBeans beans = new HealthMBeans();

        beans.addCheck(check, properties);

        assertThat(server.getAttribute(name, "Status")).isEqualTo("WARN");
        assertThat((String[]) server.getAttribute(name, "Problems")).containsExactly("The loft is dirty. Clean it.");
        beans.removeCheck(check, properties);
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void aNameThatIsNoneForMBeansIsQuoted() {
        HealthMBeans beans = new HealthMBeans();
        Map<String, Object> properties = Map.of(HealthCheck.NAME, "a,b=c*");

        beans.addCheck(() -> new Result(Result.Status.OK, "fine"), properties);

        assertThat(server.queryNames(null, null))
                .anyMatch(name -> name.toString().contains("\"a,b=c\\*\""));
        beans.removeCheck(null, properties);
    }
}
