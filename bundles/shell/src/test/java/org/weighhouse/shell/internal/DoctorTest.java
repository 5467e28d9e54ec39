package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    Path folder;

    private final FormattingResultLog log = new FormattingResultLog();
    private FakeKaraf karaf;

    @BeforeEach
    void start() {
        karaf = new FakeKaraf(folder);
        karaf.actAs("operator");
        karaf.say(HealthCheck.NAME, "Pigeon loft");
        log.info("Looked at the loft.");
    }

    private String doctor() throws Exception {
        karaf.provide(HealthCheck.class, () -> new Result(log));
        return karaf.run(new DoctorCommand());
    }

    @Test
    void whatIsFineTakesALine() throws Exception {
        assertThat(doctor()).contains("fine     Pigeon loft", "All is well.").doesNotContain("Looked");
    }

    @Test
    void whatIsWrongIsSaidWithWhatToDo() throws Exception {
        log.warn("The loft is {}. Clean it.", "dirty");
        assertThat(doctor()).contains("WARNING  Pigeon loft", "The loft is dirty. Clean it.", "1 thing to look at.");
        log.critical("A cat is in it. Take it out.");
        assertThat(doctor()).contains("PROBLEM  Pigeon loft", "A cat is in it", "2 things to look at.");
    }

    @Test
    void whereNobodySaysHowTheyAreThatIsSaid() throws Exception {
        assertThat(karaf.run(new DoctorCommand())).contains("weighhouse-health is not running");
    }
}
