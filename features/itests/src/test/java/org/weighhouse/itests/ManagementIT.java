package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.Reader;
import java.nio.file.Files;
import java.rmi.UnmarshalException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;

/** JMX from elsewhere, in an admin's own Karaf that opens it: the roles mean there what they mean on the console. */
class ManagementIT {

    private static final String OURS = "org.weighhouse:";

    @Test
    void everyMBeanAsksForTheRoleThatTheConsoleAsksFor() throws Exception {
        try (StockKaraf karaf = new StockKaraf("management")) {
            karaf.installWeighhouse();
            karaf.shell.run("weighhouse:workspace-create --plan free acme");
            String[] admin = user(karaf, "boss", "admin");
            StockKaraf.eventually(() -> isLet(() -> connect(karaf, admin)));
            Set<String> all = attributes(karaf, admin);
            Set<String> ours = new TreeSet<>(all);
            ours.removeIf(name -> !name.startsWith(OURS));
            assertThat(ours).contains(OURS + "type=Health,name=Ledger Status");
            assertThat(all).contains("org.apache.karaf:type=config,name=root Configs");

            String[] operator = user(karaf, "nightwatch", "operator");
            assertThat(attributes(karaf, operator)).isEqualTo(ours);
            assertThat(operations(karaf, operator)).isEmpty();
            for (String role : List.of("manager:acme", "viewer:acme")) {
                String[] customer = user(karaf, role.replace(':', '-'), role);
                assertThat(attributes(karaf, customer)).as(role).isEmpty();
                assertThat(operations(karaf, customer)).as(role).isEmpty();
            }
            assertThat(isLet(() -> connect(karaf, new String[] {"boss", "wrong"})))
                    .isFalse();
            assertThatThrownBy(() -> connect(karaf)).as("no password at all").isInstanceOf(RuntimeException.class);
        }
    }

    /** Name and password. */
    private static String[] user(StockKaraf karaf, String name, String role) throws Exception {
        String printed = karaf.shell.run("weighhouse:user-create -g -r " + role + " " + name);
        return new String[] {name, printed.replaceAll("(?s).*shown only now: (\\S+).*", "$1")};
    }

    private static JMXConnector connect(StockKaraf karaf, String... credentials) throws IOException {
        // Pax Exam has it that Karaf's connector stands in a registry of its own.
        Properties management = new Properties();
        try (Reader file = Files.newBufferedReader(karaf.home.resolve("etc/org.apache.karaf.management.cfg"))) {
            management.load(file);
        }
        String registry = "127.0.0.1:" + management.getProperty("rmiRegistryPort");
        return JMXConnectorFactory.connect(
                new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + registry + "/karaf-root"),
                credentials.length == 0 ? Map.of() : Map.of(JMXConnector.CREDENTIALS, credentials));
    }

    /** What somebody reads of all that is registered. */
    private static Set<String> attributes(StockKaraf karaf, String... credentials) throws Exception {
        Set<String> read = new TreeSet<>();
        try (JMXConnector connector = connect(karaf, credentials)) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            for (ObjectName bean : server.queryNames(null, null)) {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
                    if (attribute.isReadable() && isLet(() -> server.getAttribute(bean, attribute.getName()))) {
                        read.add(bean + " " + attribute.getName());
                    }
                }
            }
        }
        return read;
    }

    /** What somebody begins of all that is registered; without arguments, which are looked at after the role. */
    private static Set<String> operations(StockKaraf karaf, String... credentials) throws Exception {
        Set<String> begun = new TreeSet<>();
        try (JMXConnector connector = connect(karaf, credentials)) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            for (ObjectName bean : server.queryNames(null, null)) {
                for (MBeanOperationInfo operation : server.getMBeanInfo(bean).getOperations()) {
                    String[] types = Stream.of(operation.getSignature())
                            .map(MBeanParameterInfo::getType)
                            .toArray(String[]::new);
                    if (isLet(() -> server.invoke(bean, operation.getName(), new Object[types.length], types))) {
                        begun.add(bean + " " + operation.getName() + List.of(types));
                    }
                }
            }
        }
        return begun;
    }

    private interface Attempt {
        Object begin() throws JMException, IOException;
    }

    /** Whatever happens later than at the role is none of the role's doing. */
    private static boolean isLet(Attempt attempt) throws IOException {
        try {
            attempt.begin();
            return true;
        } catch (SecurityException | InstanceNotFoundException refused) {
            return false;
        } catch (JMException | JMRuntimeException | UnmarshalException | NotSerializableException later) {
            return true;
        }
    }
}
