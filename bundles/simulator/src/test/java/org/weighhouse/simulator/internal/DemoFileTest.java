package org.weighhouse.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFileTest {

    @TempDir
    private Path folder;

    @Test
    void is_readable_by_its_owner_only_and_leaves_nothing_beside_it() throws IOException {
        Path data = folder.resolve("not/there/yet");

        new DemoFile(data).write(Map.of("key", "wh_1"));

        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(data.resolve("demo.properties"));
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("demo.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void holds_plain_lines_that_a_shell_can_read() throws IOException {
        new DemoFile(folder).write(Map.of("ui", "http://127.0.0.1:8181", "gateway", "http://127.0.0.1:8080"));

        assertThat(folder.resolve("demo.properties"))
                .content()
                .isEqualTo("gateway=http://127.0.0.1:8080\nui=http://127.0.0.1:8181\n");
    }

    @Test
    void gives_back_odd_passwords_as_java_properties() throws IOException {
        String odd = " a\\b=c#d:é!  ";
        DemoFile file = new DemoFile(folder);

        file.write(Map.of("password", odd, "key", "wh_1"));

        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("demo.properties"))) {
            properties.load(reader);
        }
        assertThat(properties).containsOnly(Map.entry("password", odd), Map.entry("key", "wh_1"));
        assertThat(file.read("password")).contains(odd);
    }

    @Test
    void replaces_an_earlier_file() throws IOException {
        DemoFile file = new DemoFile(folder);
        file.write(Map.of("key", "wh_1"));

        file.write(Map.of("key", "wh_2"));

        assertThat(file.read("key")).contains("wh_2");
        assertThat(file.read("other")).isEmpty();
    }

    @Test
    void knows_nothing_before_it_is_written() throws IOException {
        assertThat(new DemoFile(folder).read("key")).isEmpty();
    }

    @Test
    void refuses_a_value_that_would_break_a_line() {
        assertThatThrownBy(() -> new DemoFile(folder).write(Map.of("password", "a\nkey=b")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
