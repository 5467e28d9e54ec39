package org.weighhouse.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.User;
import org.weighhouse.api.access.Users;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.kit.FakeUsers;
import org.weighhouse.api.kit.FakeWorkspaces;

class UserCommandsTest {

    private static final Secret PASSWORD = new Secret("Birch-42-lantern");
    private static final Secret OTHER = new Secret("Quartz-17-harbour");
    private static final Assignment VIEWER = Assignment.parse("viewer:acme");
    private static final Assignment MANAGER = Assignment.parse("manager:acme");

    @TempDir
    Path folder;

    private FakeKaraf karaf;
    private final FakeUsers users = new FakeUsers();

    @BeforeEach
    void start() {
        karaf = new FakeKaraf(folder);
        FakeWorkspaces workspaces = new FakeWorkspaces();
        workspaces.save(new Workspace(new WorkspaceId("acme"), "Acme", ZoneId.of("UTC"), "free"));
        karaf.provide(Workspaces.class, workspaces);
        karaf.provide(Users.class, users);
    }

    @Test
    void aTypedPasswordIsAskedForTwiceWithoutEcho() throws Exception {
        karaf.types(PASSWORD.value(), PASSWORD.value());

        assertThat(karaf.run(create("anna", "viewer:acme"))).isEqualTo("anna is viewer:acme\n");
        assertThat(karaf.prompts).allMatch(prompt -> prompt.endsWith("*")).hasSize(2);
        assertThat(users.authenticate("anna", PASSWORD))
                .hasValueSatisfying(anna -> assertThat(anna.mustChange()).isTrue());
    }

    @Test
    void twoDifferentPasswordsMakeNobody() {
        karaf.types(PASSWORD.value(), OTHER.value());

        assertThatThrownBy(() -> karaf.run(create("anna", "viewer:acme"))).hasMessageContaining("not the same");
        assertThat(users.all()).isEmpty();
    }

    @Test
    void aPasswordThatIsMadeUpIsShownOnceAndWorks() throws Exception {
        UserCreateCommand command = create("anna", "admin");
        command.generate = true;
        Matcher shown = Pattern.compile("shown only now: (\\S{20})\\s").matcher(karaf.run(command));

        assertThat(shown.find()).isTrue();
        assertThat(users.authenticate("anna", new Secret(shown.group(1)))).isPresent();
    }

    @Test
    void rolesAreGivenAndTakenAndTheLineSaysWhatIsTrueNow() throws Exception {
        users.create("anna", PASSWORD, Set.of(), false);
        UserGrantCommand grant = new UserGrantCommand();
        grant.name = "anna";
        grant.role = "manager:acme";
        UserRevokeCommand revoke = new UserRevokeCommand();
        revoke.name = "anna";
        revoke.role = "manager:acme";

        assertThat(karaf.run(grant)).isEqualTo("anna is manager:acme\n");
        assertThat(karaf.run(revoke)).contains("no role");
        grant.role = "boss";
        assertThatThrownBy(() -> karaf.run(grant)).hasMessageContaining("manager:<workspace>");
    }

    @Test
    void aManagerRunsTheUsersOfTheWorkspaceAndNoOthers() throws Exception {
        karaf.actAs(users.create("boss", PASSWORD, Set.of(MANAGER), false));
        UserCreateCommand withoutRole = create("anna");
        withoutRole.generate = true;
        UserCreateCommand anAdmin = create("anna", "admin");
        anAdmin.generate = true;

        assertThatThrownBy(() -> karaf.run(withoutRole)).hasMessageContaining("which role");
        assertThatThrownBy(() -> karaf.run(anAdmin)).hasMessageContaining("may not give");
        UserCreateCommand viewer = create("anna", "viewer:acme");
        viewer.generate = true;
        karaf.run(viewer);
        assertThat(karaf.run(new UserListCommand())).contains("anna", "boss");

        users.grant("anna", Assignment.ADMIN);
        assertThat(karaf.run(new UserListCommand())).contains("anna").doesNotContain("admin");
        UserGrantCommand again = new UserGrantCommand();
        again.name = "anna";
        again.role = "viewer:acme";
        assertThat(karaf.run(again)).isEqualTo("anna is viewer:acme\n");
        UserPasswordCommand password = new UserPasswordCommand();
        password.name = "anna";
        password.generate = true;
        assertThatThrownBy(() -> karaf.run(password)).hasMessageContaining("only a platform admin");
        UserRemoveCommand remove = new UserRemoveCommand();
        remove.name = "anna";
        assertThatThrownBy(() -> karaf.run(remove)).hasMessageContaining("only a platform admin");

        users.revoke("anna", Assignment.ADMIN);
        karaf.run(remove);
        assertThat(users.find("anna")).isEmpty();
    }

    @Test
    void everybodyChangesTheirOwnPasswordAndProvesThePresentOne() throws Exception {
        User anna = users.create("anna", PASSWORD, Set.of(VIEWER), true);
        karaf.actAs(anna);
        UserPasswordCommand command = new UserPasswordCommand();
        command.name = "anna";

        karaf.types(OTHER.value());
        assertThatThrownBy(() -> karaf.run(command)).hasMessageContaining("not the present password");
        karaf.types(PASSWORD.value(), OTHER.value(), OTHER.value());
        karaf.run(command);
        assertThat(users.authenticate("anna", OTHER))
                .hasValueSatisfying(now -> assertThat(now.mustChange()).isFalse());

        users.create("bert", PASSWORD, Set.of(VIEWER), false);
        command.name = "bert";
        assertThatThrownBy(() -> karaf.run(command)).hasMessageContaining("no user bert");
    }

    private static UserCreateCommand create(String name, String... roles) {
        UserCreateCommand command = new UserCreateCommand();
        command.name = name;
        command.roles = List.of(roles);
        return command;
    }
}
