package org.weighhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {

    @Test
    void theEnvironmentDecides() {
        assertThat(DataFolder.of(Map.of("WEIGHHOUSE_DATA", "/srv/data"), "/karaf/data"))
                .isEqualTo(Path.of("/srv/data"));
    }

    @Test
    void elseKarafDoes() {
        assertThat(DataFolder.of(Map.of("WEIGHHOUSE_DATA", " "), "/karaf/data")).isEqualTo(Path.of("/karaf/data"));
    }

    @Test
    void elseItIsTheStartScriptsPlace() {
        assertThat(DataFolder.of(Map.of(), "")).isEqualTo(Path.of(".weighhouse").toAbsolutePath());
    }
}
