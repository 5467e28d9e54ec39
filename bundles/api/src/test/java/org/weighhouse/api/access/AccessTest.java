package org.weighhouse.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Permission.Scope;
import org.weighhouse.api.catalog.Workspace;

class AccessTest {

    private static final WorkspaceId DEMO = new WorkspaceId("demo");
    private static final WorkspaceId ACME = new WorkspaceId("acme");

    private static final Access ADMIN = Access.of(Set.of("admin"));
    private static final Access OPERATOR = Access.of(Set.of("operator"));
    private static final Access MANAGER = Access.of(Set.of("manager:demo"));
    private static final Access VIEWER = Access.of(Set.of("viewer:demo"));

    @Test
    void eachRoleMayWhatItsRowOfTheTableSays() {
        for (Permission permission : Permission.values()) {
            boolean operate = permission == Permission.OPERATE;
            if (permission.scope() == Scope.INSTALLATION) {
                assertThat(ADMIN.may(permission)).isTrue();
                assertThat(OPERATOR.may(permission)).isEqualTo(operate);
                assertThat(MANAGER.may(permission)).isFalse();
                assertThat(VIEWER.may(permission)).isFalse();
            } else {
                assertThat(ADMIN.may(permission, DEMO)).isTrue();
                assertThat(OPERATOR.may(permission, DEMO)).isFalse();
                assertThat(MANAGER.may(permission, DEMO)).isTrue();
                assertThat(VIEWER.may(permission, DEMO)).isEqualTo(permission == Permission.LOOK);
                assertThat(MANAGER.may(permission, ACME)).isFalse();
                assertThat(VIEWER.may(permission, ACME)).isFalse();
            }
            assertThat(Access.NONE.mayAnywhere(permission)).isFalse();
        }
    }

    @Test
    void namesThatAreNoRolesOfOursGiveNothing() {
        for (String name : List.of(
                "",
                "manager",
                "viewer",
                "ssh",
                "Admin",
                "admin:",
                "admin:demo",
                "operator:demo",
                "viewer:",
                "viewer:De mo",
                "viewer:demo:x",
                ":demo",
                "root",
                "workspace:demo",
                "viewer:../demo")) {
            assertThat(Access.of(Set.of(name))).as(name).isEqualTo(Access.NONE);
            assertThatThrownBy(() -> Assignment.parse(name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("manager:<workspace>");
        }
    }

    @Test
    void aRoleIsItsText() {
        for (String text : List.of("admin", "operator", "manager:demo", "viewer:a.b-c_1")) {
            assertThat(Assignment.parse(text)).hasToString(text);
        }
    }

    @Test
    void aRoleOfAWorkspaceNamesOne() {
        assertThatThrownBy(() -> new Assignment(Role.VIEWER, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Assignment.of(Role.ADMIN, DEMO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void askingWithoutSayingWhereIsAMistake() {
        assertThatThrownBy(() -> ADMIN.may(Permission.LOOK)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ADMIN.may(Permission.OPERATE, DEMO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyWorkspacesOfOnesRolesAreThere() {
        List<Workspace> all = List.of(workspace(ACME), workspace(DEMO));

        assertThat(ADMIN.where(Permission.LOOK, all)).isEqualTo(all);
        assertThat(VIEWER.where(Permission.LOOK, all)).containsExactly(workspace(DEMO));
        assertThat(VIEWER.where(Permission.MANAGE, all)).isEmpty();
        assertThat(OPERATOR.where(Permission.LOOK, all)).isEmpty();
    }

    @Test
    void aManagerGivesRolesOfTheWorkspaceAndNoOthers() {
        assertThat(MANAGER.mayAssign(Assignment.parse("viewer:demo"))).isTrue();
        assertThat(MANAGER.mayAssign(Assignment.parse("manager:demo"))).isTrue();
        assertThat(MANAGER.mayAssign(Assignment.parse("viewer:acme"))).isFalse();
        assertThat(MANAGER.mayAssign(Assignment.parse("operator"))).isFalse();
        assertThat(MANAGER.mayAssign(Assignment.ADMIN)).isFalse();
        assertThat(VIEWER.mayAssign(Assignment.parse("viewer:demo"))).isFalse();
        assertThat(OPERATOR.mayAssign(Assignment.parse("viewer:demo"))).isFalse();
        assertThat(ADMIN.mayAssign(Assignment.ADMIN)).isTrue();
    }

    @Test
    void aManagerReachesOnlyThoseWhoAreOfTheWorkspaceAlone() {
        assertThat(MANAGER.mayManage(VIEWER)).isTrue();
        assertThat(MANAGER.mayManage(Access.of(Set.of("viewer:demo", "viewer:acme"))))
                .isFalse();
        assertThat(MANAGER.mayManage(ADMIN)).isFalse();
        assertThat(MANAGER.mayManage(Access.NONE)).isFalse();
        assertThat(VIEWER.mayManage(VIEWER)).isFalse();
        assertThat(ADMIN.mayManage(Access.NONE)).isTrue();
    }

    private static Workspace workspace(WorkspaceId id) {
        return new Workspace(id, id.value(), ZoneOffset.UTC, "free");
    }
}
