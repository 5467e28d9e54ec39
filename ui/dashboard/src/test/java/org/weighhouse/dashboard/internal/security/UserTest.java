package org.weighhouse.dashboard.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Workspace;

class UserTest {

    private static final Workspace ACME = workspace("acme");
    private static final Workspace DEMO = workspace("demo");

    @Test
    void an_admin_sees_all_workspaces() {
        assertThat(new User("root", Set.of("admin")).visible(List.of(ACME, DEMO)))
                .containsExactly(ACME, DEMO);
    }

    @Test
    void others_see_the_workspaces_of_their_roles() {
        User user = new User("anna", Set.of("viewer", "workspace:demo"));
        assertThat(user.visible(List.of(ACME, DEMO))).containsExactly(DEMO);
    }

    @Test
    void a_role_is_not_a_prefix() {
        User user = new User("anna", Set.of("workspace:dem", "workspace:"));
        assertThat(user.visible(List.of(ACME, DEMO))).isEmpty();
    }

    private static Workspace workspace(String id) {
        return new Workspace(new WorkspaceId(id), id, ZoneOffset.UTC, "Free");
    }
}
