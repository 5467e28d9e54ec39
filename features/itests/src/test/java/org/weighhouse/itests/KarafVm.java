package org.weighhouse.itests;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** The options Karaf's own start script gives to the JVM, for a container that is started without that script. */
final class KarafVm {

    private static final String VERSION = System.getProperty("karaf.version");

    private KarafVm() {}

    static List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx768m",
                "-Djava.awt.headless=true",
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module",
                "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + VERSION + ".jar",
                "--patch-module",
                "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + VERSION + ".jar"));
        for (String open : List.of(
                "java.base/java.security",
                "java.base/java.net",
                "java.base/java.lang",
                "java.base/java.util",
                "java.naming/javax.naming.spi",
                "java.rmi/sun.rmi.transport.tcp")) {
            options.addAll(List.of("--add-opens", open + "=ALL-UNNAMED"));
        }
        for (String export : List.of("file", "ftp", "http", "https", "jar")) {
            options.add("--add-exports=java.base/sun.net.www.protocol." + export + "=ALL-UNNAMED");
        }
        options.addAll(List.of(
                "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
                "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED"));
        if (Runtime.version().feature() >= 24) {
            options.add("-javaagent:" + System.getProperty("weighhouse.agent"));
        } else {
            options.add("-Djava.security.manager=allow");
        }
        options.addAll(List.of(
                "-classpath", String.join(File.pathSeparator, "lib/jdk9plus/*", "lib/boot/*", "lib/endorsed/*")));
        return options;
    }
}
