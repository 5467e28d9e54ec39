package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.standalone.Databases;

class CatalogBackupTest {

    @TempDir
    Path folder;

    @Test
    void theCopyIsReadAndWhatIsNotAsItWasWrittenIsSaid() throws Exception {
        Path copy;
        try (House house = new House("jdbc:derby:" + folder.resolve("db") + ";create=true", folder)) {
            copy = house.copyTo(Files.createDirectory(folder.resolve("backup")));
        }
        CatalogBackup part = new CatalogBackup(folder.resolve("secret.key"));
        try (OwnedDatabase opened = Databases.open("jdbc:derby:" + copy, folder)) {
            assertThat(part.check(opened)).startsWith("catalog: 0 workspaces, 1 users; audit trail: 2 lines, hash ");
            try (Connection connection = opened.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("delete from catalog_audit where number = 1");
            }
            assertThatThrownBy(() -> part.check(opened))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("audit trail in the copy is damaged: line 1 was changed or taken out");
        }
    }

    @Test
    void theSecretKeyIsCopiedWithItsMode() throws Exception {
        Path key = Files.writeString(folder.resolve("own.key"), "the key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path backup = Files.createDirectory(folder.resolve("backup"));
        new CatalogBackup(key).copySecrets(backup);
        new CatalogBackup(folder.resolve("none.key")).copySecrets(Files.createDirectory(folder.resolve("other")));

        assertThat(backup.resolve("secret.key")).hasContent("the key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.resolve("secret.key"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("other")).isEmptyDirectory();
    }
}
