package org.weighhouse.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.database.MigrationException;
import org.weighhouse.database.Migrations;
import org.weighhouse.database.Migrations.Script;
import org.weighhouse.database.OwnedDatabase;
import org.weighhouse.database.standalone.Databases;

/** What a database of either product does. */
abstract class DatabaseContract {

    @TempDir
    Path folder;

    abstract String url();

    @Test
    void whatWasWrittenIsThereAfterAReopening() throws SQLException {
        byte[] body = new byte[300_000];
        body[299_999] = 42;
        try (OwnedDatabase database = Databases.open(url(), folder)) {
            database.migrate(Migrations.of(DatabaseContract.class, "db/sample"), "sample_history");
            insert(database, body);
        }

        try (OwnedDatabase database = Databases.open(url(), folder)) {
            database.migrate(Migrations.of(DatabaseContract.class, "db/sample"), "sample_history");
            assertThat(read(database)).isEqualTo(body);
        }
    }

    @Test
    void twoOwnersKeepTheirHistoriesApart() {
        try (OwnedDatabase database = Databases.open(url(), folder)) {
            database.migrate(script("create table one (id int)"), "one_history");
            database.migrate(script("create table two (id int)"), "two_history");

            assertThatThrownBy(() -> database.migrate(script("create table three (id int)"), "two_history"))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("two_history");
        }
    }

    @Test
    void aFolderWithoutScriptsIsAnError() {
        assertThatThrownBy(() -> Migrations.of(DatabaseContract.class, "db/nowhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Migrations script(String sql) {
        return new Migrations(List.of(new Script("V1__it.sql", sql)), Map.of());
    }

    private static void insert(OwnedDatabase database, byte[] body) throws SQLException {
        try (Connection connection = database.openConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into sample (id, body, said) values (1, ?, ?)")) {
            insert.setBytes(1, body);
            insert.setString(2, "said");
            insert.executeUpdate();
        }
    }

    private static byte[] read(OwnedDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement("select body from sample where id = 1");
                ResultSet rows = select.executeQuery()) {
            assertThat(rows.next()).isTrue();
            return rows.getBytes(1);
        }
    }
}
