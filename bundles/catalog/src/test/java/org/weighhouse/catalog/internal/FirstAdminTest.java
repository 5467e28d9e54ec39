package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;
import org.weighhouse.api.catalog.Secret;

/** How an admin gets in: the first time, after a crash, and after the password was forgotten. */
class FirstAdminTest {

    private static final String GIVEN = "Birch-42-lantern";
    private static final String LATER = "Quartz-17-harbour";
    private static final Secret CHOSEN = new Secret("Velvet-88-orchard");

    @TempDir
    Path folder;

    private House house;

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theFirstStartMakesAnAdminWhosePasswordCanBeHadUntilItIsChanged() throws Exception {
        start("");
        String password = Files.readString(file()).strip();

        assertThat(password).matches("[a-z2-9]{20}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        User admin = house.users.authenticate("admin", new Secret(password)).orElseThrow();
        assertThat(admin.roles()).containsExactly(Assignment.ADMIN);
        assertThat(admin.mustChange()).isTrue();

        restart("");
        assertThat(house.users.authenticate("admin", new Secret(password))).contains(admin);
        house.users.setPassword("admin", CHOSEN, false);
        assertThat(file()).doesNotExist();
        restart("");
        assertThat(file()).doesNotExist();
        assertThat(house.users.authenticate("admin", CHOSEN)).isPresent();
    }

    @Test
    void aFileWithoutItsUserIsReplaced() throws Exception {
        Files.writeString(file(), "of a start that was cut off\n");
        start("");

        String password = Files.readString(file()).strip();
        assertThat(house.users.authenticate("admin", new Secret(password))).isPresent();
    }

    @Test
    void theEnvironmentGivesThePassword() {
        start(GIVEN);

        assertThat(file()).doesNotExist();
        assertThat(house.users.authenticate("admin", new Secret(GIVEN)))
                .hasValueSatisfying(admin -> assertThat(admin.mustChange()).isFalse());
    }

    @Test
    void theSameEnvironmentDoesNotUndoAChange() {
        start(GIVEN);
        house.users.setPassword("admin", CHOSEN, false);
        restart(GIVEN);

        assertThat(house.users.authenticate("admin", CHOSEN)).isPresent();
        assertThat(house.users.authenticate("admin", new Secret(GIVEN))).isEmpty();
    }

    @Test
    void anotherEnvironmentIsTheWayBackIn() {
        start("");
        house.users.create("boss", CHOSEN, Set.of(Assignment.ADMIN), false);
        house.users.remove("admin");
        restart(GIVEN);
        assertThat(house.users.authenticate("admin", new Secret(GIVEN)))
                .hasValueSatisfying(admin -> assertThat(admin.roles()).contains(Assignment.ADMIN));

        house.users.revoke("admin", Assignment.ADMIN);
        restart(LATER);
        assertThat(house.users.authenticate("admin", new Secret(LATER)))
                .hasValueSatisfying(admin -> assertThat(admin.roles()).contains(Assignment.ADMIN));
        assertThat(house.users.authenticate("admin", new Secret(GIVEN))).isEmpty();
    }

    @Test
    void anEnvironmentThatWillNotDoDoesNotKeepTheServerFromStarting() throws Exception {
        start("short");

        assertThat(house.users.authenticate("admin", new Secret("short"))).isEmpty();
        assertThat(house.users.authenticate(
                        "admin", new Secret(Files.readString(file()).strip())))
                .isPresent();
    }

    private Path file() {
        return folder.resolve("admin-password");
    }

    private void start(String given) {
        house = new House(
                "jdbc:derby:" + folder.resolve("db") + ";create=true",
                folder,
                new FirstAdmin(folder, Map.of(FirstAdmin.VARIABLE, given)));
    }

    private void restart(String given) {
        house.close();
        start(given);
    }
}
