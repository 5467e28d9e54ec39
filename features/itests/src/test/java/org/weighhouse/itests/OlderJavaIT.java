package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A Karaf whose Java is older than the one ours needs. */
class OlderJavaIT {

    /** The one Karaf itself asks for; and the running one, for Felix reads jars for many releases as of that. */
    private static final String RELEASES =
            "1.3,1.4,1.5,1.6,1.7,1.8,9.0,10.0,11.0,12.0,13.0,14.0,15.0,16.0,17.0," + running() + ".0";

    @Test
    void theErrorNamesTheJavaThatIsNeeded() throws Exception {
        String older = Stream.of("JavaSE", "JavaSE/compact1", "JavaSE/compact2")
                .map(name -> "osgi.ee; osgi.ee=\"%s\"; version:List<Version>=\"%s\"".formatted(name, RELEASES))
                .collect(Collectors.joining(", "));
        try (StockKaraf karaf = new StockKaraf(
                "older-java", editConfigurationFilePut("etc/custom.properties", "eecap-" + running(), older))) {
            karaf.shell.run("feature:repo-add mvn:org.weighhouse/weighhouse-features/"
                    + System.getProperty("weighhouse.version") + "/xml/features");

            assertThat(karaf.shell.run("feature:install weighhouse"))
                    .containsPattern("\\(&\\(osgi.ee=JavaSE\\)\\(version=21\\)\\)\"]+\\s*$");
            assertThat(karaf.shell.run("bundle:list -t 0")).doesNotContain("Weighhouse");
        }
    }

    private static int running() {
        return Runtime.version().feature();
    }
}
