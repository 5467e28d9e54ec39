package org.weighhouse.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.standalone.Databases;

class DerbyDatabaseTest extends DatabaseContract {

    @Override
    String url() {
        return JdbcUrl.derbyIn(folder).value();
    }

    @Test
    void derbyWritesNothingIntoTheWorkingDirectory() {
        try (OwnedDatabase database = Databases.open(url(), folder)) {
            assertThat(folder.resolve("db")).isDirectory();
            assertThat(Path.of("derby.log")).doesNotExist();
            assertThat(System.getProperty("derby.system.durability", "default")).isEqualTo("default");
            assertThat(database.dialect()).hasToString("DERBY");
        }
    }

    @Test
    void derbyStartsAgainAfterItsEngineWasShutDown() {
        Databases.open(url(), folder).close();
        DerbyEngine.shutDownEngine();

        try (OwnedDatabase database = Databases.open(url(), folder)) {
            assertThat(database.dataSource()).isNotNull();
        }
    }

    @Test
    void aDatabaseWhoseMakingWasCutShortIsMadeAnew() throws IOException {
        Path unfinished = Files.createDirectories(folder.resolve("db.creating/log"));
        Files.writeString(unfinished.resolve("log1.dat"), "half");

        try (OwnedDatabase database = Databases.open(url(), folder)) {
            assertThat(folder.resolve("db/service.properties")).exists();
            assertThat(folder.resolve("db.creating")).doesNotExist();
            assertThat(database.dialect()).hasToString("DERBY");
        }
    }
}
