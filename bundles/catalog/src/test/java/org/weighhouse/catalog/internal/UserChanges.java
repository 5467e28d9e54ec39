package org.weighhouse.catalog.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.User;
import org.weighhouse.api.catalog.Workspace;

/**
 * A process that changes users from several threads until it is killed. It says what it finds, what it begins and what is
 * done, a line each: {@code S user roles}, {@code B thread user change}, {@code E thread}.
 */
final class UserChanges {

    static final int THREADS = 8;

    /** Few, so that they are changed often. Each belongs to one thread. */
    private static final int USERS_OF_A_THREAD = 3;

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
    private static final int WORKSPACES = 20;
    private static final int ONE_IN_SO_MANY_REMOVES = 200;

    private final House house;

    private UserChanges(House house) {
        this.house = house;
    }

    /** Arguments: the folder of the database, and a number that the changes follow from. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        UserChanges changes = new UserChanges(new House("jdbc:derby:" + folder.resolve("db") + ";create=true", folder));
        changes.tell();
        long seed = Long.parseLong(arguments[1]);
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            Thread.ofPlatform().start(() -> changes.changeForEver(number, new Random(seed + number)));
        }
    }

    private void tell() {
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            house.workspaces.save(new Workspace(id(workspace), "W", ZoneOffset.UTC, "free"));
        }
        house.users.all().forEach(user -> line("S " + user.name() + " " + roles(user)));
        line("READY");
    }

    private static String roles(User user) {
        return user.roles().stream().map(Assignment::toString).sorted().collect(Collectors.joining(","));
    }

    private void changeForEver(int thread, Random random) {
        while (true) {
            String name = "u" + thread + "-" + random.nextInt(USERS_OF_A_THREAD);
            Optional<User> user = house.users.find(name);
            if (user.isEmpty()) {
                say(thread, name, "create", () -> house.users.create(name, UserContract.PASSWORD, Set.of(), false));
            } else if (random.nextInt(ONE_IN_SO_MANY_REMOVES) == 0) {
                say(thread, name, "remove", () -> house.users.remove(name));
            } else {
                changeRole(thread, name, user.get(), random);
            }
        }
    }

    private void changeRole(int thread, String name, User user, Random random) {
        Role role = random.nextBoolean() ? Role.VIEWER : Role.MANAGER;
        Assignment assignment = Assignment.of(role, id(random.nextInt(WORKSPACES)));
        if (List.copyOf(user.roles()).contains(assignment)) {
            say(thread, name, "revoke " + assignment, () -> house.users.revoke(name, assignment));
        } else {
            say(thread, name, "grant " + assignment, () -> house.users.grant(name, assignment));
        }
    }

    private static void say(int thread, String user, String change, Runnable work) {
        line("B " + thread + " " + user + " " + change);
        work.run();
        line("E " + thread);
    }

    /** At once and in one piece: what is in a buffer dies with the process. */
    private static void line(String text) {
        try {
            OUT.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException nobodyListens) {
            throw new UncheckedIOException(nobodyListens);
        }
    }

    private static WorkspaceId id(int number) {
        return new WorkspaceId("w" + number);
    }
}
