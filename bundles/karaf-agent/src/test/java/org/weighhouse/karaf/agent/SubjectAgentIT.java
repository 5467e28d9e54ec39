package org.weighhouse.karaf.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Starts small JVMs with the packaged agent and asks who acts. */
class SubjectAgentIT {
    private static final String AGENT = "-javaagent:" + System.getProperty("agent.jar");

    @Test
    void with_the_agent_the_subject_is_known_on_this_thread_and_on_threads_started_from_it() throws Exception {
        assertThat(probe(AGENT))
                .containsExactly(
                        "nobody: nobody",
                        "doAs: CN=outer",
                        "callAs: CN=outer",
                        "new thread: CN=outer",
                        "thread of thread: CN=outer",
                        "nested: CN=inner",
                        "after nested: CN=outer",
                        "afterwards: nobody",
                        "no action: refused");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void without_the_agent_a_new_jdk_refuses_to_answer() throws Exception {
        assertThat(String.join("\n", probe("-Dno.agent=true"))).contains("UnsupportedOperationException");
    }

    private static List<String> probe(String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", option));
        command.addAll(List.of("-cp", "target/test-classes", SubjectProbe.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return lines;
    }
}
