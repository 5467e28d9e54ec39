package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.User;
import org.weighhouse.api.catalog.Workspace;

/** Eight threads give roles to the same users at the same time: none is lost, in memory or in the database. */
class ManyUserChangesTest {

    private static final int THREADS = 8;
    private static final int WORKSPACES = 25;
    private static final int USERS = 4;

    @TempDir
    Path folder;

    @Test
    void noRoleIsLost() throws Exception {
        try (House house = house()) {
            for (int workspace = 0; workspace < WORKSPACES * THREADS; workspace++) {
                house.workspaces.save(new Workspace(id(workspace), "W", java.time.ZoneOffset.UTC, "free"));
            }
            for (int user = 0; user < USERS; user++) {
                house.users.create("user" + user, UserContract.PASSWORD, Set.of(), false);
            }
            List<Callable<Void>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * WORKSPACES;
                work.add(() -> grantAll(house, first));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
                for (Future<Void> done : threads.invokeAll(work)) {
                    done.get();
                }
            }
            assertThat(roles(house)).allSatisfy(roles -> assertThat(roles).isEqualTo(expected()));
        }
        try (House again = house()) {
            assertThat(roles(again)).allSatisfy(roles -> assertThat(roles).isEqualTo(expected()));
        }
    }

    private static Void grantAll(House house, int first) {
        for (int workspace = first; workspace < first + WORKSPACES; workspace++) {
            for (int user = 0; user < USERS; user++) {
                house.users.grant("user" + user, Assignment.of(Role.MANAGER, id(workspace)));
                house.users.grant("user" + user, Assignment.of(Role.VIEWER, id(workspace)));
                house.users.revoke("user" + user, Assignment.of(Role.MANAGER, id(workspace)));
            }
        }
        return null;
    }

    private static List<Set<Assignment>> roles(House house) {
        return house.users.all().stream()
                .filter(user -> user.name().startsWith("user"))
                .map(User::roles)
                .<Set<Assignment>>map(TreeSet::new)
                .toList();
    }

    private static Set<Assignment> expected() {
        Set<Assignment> all = new TreeSet<>();
        for (int workspace = 0; workspace < WORKSPACES * THREADS; workspace++) {
            all.add(Assignment.of(Role.VIEWER, id(workspace)));
        }
        return all;
    }

    private static WorkspaceId id(int number) {
        return new WorkspaceId("w" + number);
    }

    private House house() {
        return new House("jdbc:derby:" + folder.resolve("db") + ";create=true", folder);
    }
}
