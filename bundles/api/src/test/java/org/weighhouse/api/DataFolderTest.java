package org.weighhouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @Test
    void theEnvironmentDecides() {
        assertThat(DataFolder.of(Map.of("WEIGHHOUSE_DATA", "/srv/data"), "/karaf"))
                .isEqualTo(Path.of("/srv/data"));
    }

    @Test
    void elseItLiesInKarafButNotInWhatACleanStartEmpties() {
        assertThat(DataFolder.of(Map.of("WEIGHHOUSE_DATA", " "), "/karaf")).isEqualTo(Path.of("/karaf/weighhouse"));
    }

    @Test
    void itIsItsOwnersAlone(@TempDir Path folder) throws Exception {
        Path made = folder.resolve("a/b");

        DataFolder.make(made);
        DataFolder.make(made);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void elseItIsTheStartScriptsPlace() {
        assertThat(DataFolder.of(Map.of(), "")).isEqualTo(Path.of(".weighhouse").toAbsolutePath());
    }
}
