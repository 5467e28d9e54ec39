package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.CatalogChange;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;

abstract class UserContract extends CatalogContract {

    static final Secret PASSWORD = new Secret("Birch-42-lantern");
    static final Secret OTHER = new Secret("Quartz-17-harbour");
    static final Assignment VIEWER = Assignment.of(Role.VIEWER, DEMO);
    static final Assignment MANAGER = Assignment.of(Role.MANAGER, DEMO);
    static final WorkspaceId ELSEWHERE = new WorkspaceId("elsewhere");

    @Test
    void aUserIsKnownAgainAfterARestart() {
        saveDemo("free");
        User anna = house.users.create("anna", PASSWORD, Set.of(VIEWER, MANAGER), true);

        assertThat(anna.roles()).containsExactly(MANAGER, VIEWER);
        assertThat(house.users.authenticate("anna", PASSWORD)).contains(anna);
        restart();
        assertThat(house.users.find("anna")).contains(anna);
        assertThat(house.users.authenticate("Anna", PASSWORD)).contains(anna);
        assertThat(house.users.authenticate("anna", OTHER)).isEmpty();
        assertThat(house.users.authenticate("anne", PASSWORD)).isEmpty();
    }

    @Test
    void aPasswordIsNowhereInTheTables() throws Exception {
        house.users.create("anna", PASSWORD, Set.of(), false);

        assertThat(everythingStored())
                .anyMatch(value -> value != null && value.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"))
                .noneMatch(value -> value != null && value.contains(PASSWORD.value()));
    }

    @Test
    void rolesAreGivenAndTaken() {
        saveDemo("free");
        house.users.create("anna", PASSWORD, Set.of(VIEWER), false);

        assertThat(house.users.grant("anna", MANAGER).roles()).containsExactly(MANAGER, VIEWER);
        assertThat(house.users.grant("anna", MANAGER).roles()).containsExactly(MANAGER, VIEWER);
        assertThat(house.users.revoke("anna", VIEWER).roles()).containsExactly(MANAGER);
        restart();
        assertThat(house.users.find("anna")).get().extracting(User::roles).isEqualTo(List.of(MANAGER));
    }

    @Test
    void anotherPasswordHasAnotherStamp() {
        User before = house.users.create("anna", PASSWORD, Set.of(), true);
        User after = house.users.setPassword("anna", OTHER, false);

        assertThat(after.stamp()).isNotEqualTo(before.stamp());
        assertThat(after.mustChange()).isFalse();
        restart();
        assertThat(house.users.authenticate("anna", OTHER)).contains(after);
        assertThat(house.users.authenticate("anna", PASSWORD)).isEmpty();
    }

    @Test
    void whoeverIsMadeAnewUnderAnOldNameIsSomebodyElse() {
        User before = house.users.create("anna", PASSWORD, Set.of(), false);
        assertThat(house.users.remove("anna")).isTrue();
        assertThat(house.users.remove("anna")).isFalse();
        assertThat(house.users.authenticate("anna", PASSWORD)).isEmpty();

        assertThat(house.users.create("anna", PASSWORD, Set.of(), false).stamp())
                .isNotEqualTo(before.stamp());
    }

    @Test
    void thereIsAlwaysAnAdmin() {
        house.users.create("anna", PASSWORD, Set.of(), false);

        assertThatThrownBy(() -> house.users.remove("admin")).hasMessageContaining("only admin");
        assertThatThrownBy(() -> house.users.revoke("admin", Assignment.ADMIN)).hasMessageContaining("only admin");
        house.users.grant("anna", Assignment.ADMIN);
        assertThat(house.users.remove("admin")).isTrue();
        assertThatThrownBy(() -> house.users.remove("anna")).hasMessageContaining("only admin");
    }

    @Test
    void whatMustNotBeIsRefusedAndChangesNothing() {
        saveDemo("free");
        house.users.create("anna", PASSWORD, Set.of(VIEWER), false);
        List<User> before = house.users.all();
        Assignment foreign = Assignment.of(Role.VIEWER, new WorkspaceId("nowhere"));

        assertRefused(() -> house.users.create("anna", PASSWORD, Set.of(), false), "already");
        assertRefused(() -> house.users.create("Anna", PASSWORD, Set.of(), false), "a-z");
        assertRefused(() -> house.users.create("an na", PASSWORD, Set.of(), false), "a-z");
        assertRefused(() -> house.users.create("a".repeat(65), PASSWORD, Set.of(), false), "64");
        assertRefused(() -> house.users.create("bert", new Secret("short"), Set.of(), false), "12 to 256");
        assertRefused(() -> house.users.create("bert", new Secret("x".repeat(257)), Set.of(), false), "12 to 256");
        assertRefused(() -> house.users.create("bert", PASSWORD, Set.of(foreign), false), "no workspace nowhere");
        assertRefused(() -> house.users.grant("anna", foreign), "no workspace nowhere");
        assertRefused(() -> house.users.grant("bert", VIEWER), "no user bert");
        assertRefused(() -> house.users.setPassword("bert", PASSWORD, false), "no user bert");
        assertThat(house.users.all()).isEqualTo(before);
        restart();
        assertThat(house.users.all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password1234!",
                "qwertyuiop12",
                "123456789012",
                "bertbertbert",
                "iloveyou2020",
                "aaaaaaaaaaaaaaaa"
            })
    void whatIsEasilyGuessedIsNoPassword(String guessable) {
        assertRefused(() -> house.users.create("bert", new Secret(guessable), Set.of(), false), "easily guessed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "öäü ßéàñ çœ řš 日本", "            x^2+y^2=r^2"})
    void anyCharactersWillDoAndAreTakenAsTheyAre(String password) {
        house.users.create("bert", new Secret(password), Set.of(), false);

        assertThat(house.users.authenticate("bert", new Secret(password))).isPresent();
        assertThat(house.users.authenticate("bert", new Secret(password.strip() + " ")))
                .isEmpty();
        assertThat(house.users.authenticate("bert", new Secret(password.toUpperCase(java.util.Locale.ROOT))))
                .isEmpty();
    }

    @Test
    void everyChangeIsInTheFeed() {
        saveDemo("free");
        long before = house.feed.version();
        house.users.create("anna", PASSWORD, Set.of(), false);
        house.users.grant("anna", VIEWER);
        house.users.grant("anna", VIEWER);
        house.users.setPassword("anna", OTHER, false);
        house.users.revoke("anna", VIEWER);
        house.users.remove("anna");

        assertThat(house.feed.since(before))
                .hasSize(5)
                .allMatch(change -> change.kind() == CatalogChange.Kind.USER
                        && change.subject().equals("anna"));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable change, String why) {
        assertThatThrownBy(change).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    @Test
    void theRoleInAWorkspaceChangesInOneGoAndThoseElsewhereStay() {
        saveDemo("free");
        house.workspaces.save(new Workspace(ELSEWHERE, "Elsewhere", ZoneId.of("UTC"), "free"));
        Assignment kept = Assignment.of(Role.VIEWER, ELSEWHERE);
        house.users.create("anna", PASSWORD, Set.of(VIEWER, kept), false);
        long before = house.feed.version();

        assertThat(house.users.setRole("anna", DEMO, Optional.of(Role.MANAGER)).roles())
                .containsExactly(MANAGER, kept);
        assertThat(house.feed.since(before)).hasSize(1);
        house.users.setRole("anna", DEMO, Optional.of(Role.MANAGER));
        assertThat(house.feed.since(before))
                .as("the same once more is no change")
                .hasSize(1);

        assertThat(house.users.setRole("anna", DEMO, Optional.empty()).roles()).containsExactly(kept);
        restart();
        assertThat(house.users.find("anna")).get().extracting(User::roles).isEqualTo(List.of(kept));
        assertRefused(
                () -> house.users.setRole("anna", new WorkspaceId("nowhere"), Optional.of(Role.VIEWER)),
                "there is no workspace nowhere");
        assertRefused(() -> house.users.setRole("anna", DEMO, Optional.of(Role.ADMIN)), "a role is");
        assertRefused(() -> house.users.setRole("nobody", DEMO, Optional.of(Role.VIEWER)), "there is no user nobody");
    }

    @Test
    void allRolesAreSetAtOnce() {
        saveDemo("free");
        house.users.create("anna", PASSWORD, Set.of(VIEWER), false);

        assertThat(house.users.setRoles("anna", Set.of(MANAGER)).roles()).containsExactly(MANAGER);
        restart();
        assertThat(house.users.find("anna")).get().extracting(User::roles).isEqualTo(List.of(MANAGER));
        Assignment nowhere = Assignment.of(Role.VIEWER, new WorkspaceId("nowhere"));
        assertThatThrownBy(() -> house.users.setRoles("anna", Set.of(nowhere)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no workspace nowhere");
        assertThatThrownBy(() -> house.users.setRoles(Users.FIRST_ADMIN, Set.of(VIEWER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the only admin");
        assertThat(house.users.find("anna")).get().extracting(User::roles).isEqualTo(List.of(MANAGER));
    }
}
