package org.weighhouse.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.database.Dialect;
import org.weighhouse.database.internal.DatabaseComponent.Location;

class JdbcUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/wh?user=me&password=s3cret",
                "jdbc:derby:/data/db;create=true;bootPassword=s3cret"
            })
    void aPasswordIsNeverShown(String url) {
        assertThat(new JdbcUrl(url).toString()).doesNotContain("s3cret").startsWith("jdbc:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://x?password=s3cret",
                "jdbc:postgresql://me:s3cret@db.example/wh",
                "jdbc:postgresql://db:99999999/wh?password=s3cret"
            })
    void aUrlThatCannotBeUsedIsRefusedWithoutRepeatingItsPassword(String url) {
        assertThatThrownBy(() -> new PostgresqlEngine(new JdbcUrl(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void withNothingConfiguredItIsDerbyInTheDataFolder() {
        Location location = Location.of("", Map.of(), Path.of("/srv/wh"));

        assertThat(location.url().dialect()).isEqualTo(Dialect.DERBY);
        assertThat(location.url().derbyName()).isEqualTo("/srv/wh/db");
        assertThat(location.url().derbyAttributes()).isEqualTo("create=true");
    }

    @Test
    void theEnvironmentNamesAnotherDatabaseAndTheConfigurationWins() {
        Map<String, String> environment = Map.of("WEIGHHOUSE_DB_URL", "jdbc:postgresql://a/b");

        assertThat(Location.of("", environment, Path.of("/d")).url().dialect()).isEqualTo(Dialect.POSTGRESQL);
        assertThat(Location.of("jdbc:derby:/other/db", environment, Path.of("/d"))
                        .url()
                        .derbyName())
                .isEqualTo("/other/db");
        assertThat(Location.of("", environment, Path.of("/d")).dataFolder()).isEqualTo(Path.of("/d"));
    }
}
