package org.weighhouse.catalog.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.access.Assignment;
import org.weighhouse.api.access.Role;
import org.weighhouse.api.access.User;
import org.weighhouse.api.audit.AuditEntry;
import org.weighhouse.api.audit.AuditQuery;
import org.weighhouse.api.audit.AuditTrail;
import org.weighhouse.api.audit.Deed;
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
        requireTrail();
        house.users.all().forEach(user -> line("S " + user.name() + " " + roles(user)));
        line("READY");
    }

    /** The trail is whole, and tells how each user came to be as they are. */
    private void requireTrail() {
        house.trail.check().problem().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        Map<String, SortedSet<String>> told = new TreeMap<>();
        long before = Long.MAX_VALUE;
        Deque<AuditEntry> entries = new ArrayDeque<>();
        for (List<AuditEntry> page = page(before); !page.isEmpty(); page = page(before)) {
            page.forEach(entries::addFirst);
            before = entries.getFirst().number();
        }
        entries.forEach(entry -> replay(entry.deed(), told));
        Map<String, SortedSet<String>> there = house.users.all().stream()
                .collect(Collectors.toMap(User::name, UserChanges::sorted, (one, other) -> one, TreeMap::new));
        if (!told.equals(there)) {
            throw new IllegalStateException("the trail tells of " + told + ", not of " + there);
        }
    }

    private List<AuditEntry> page(long before) {
        return house.trail.find(AuditQuery.newest(AuditTrail.MAX_ENTRIES).before(before));
    }

    private static void replay(Deed deed, Map<String, SortedSet<String>> users) {
        switch (deed.action()) {
            case USER_CREATED ->
                users.put(
                        deed.subject(),
                        deed.detail().equals("no role") ? new TreeSet<>() : new TreeSet<>(Set.of(deed.detail())));
            case USER_ROLE_GIVEN -> users.get(deed.subject()).add(deed.detail());
            case USER_ROLE_TAKEN -> users.get(deed.subject()).remove(deed.detail());
            case USER_REMOVED -> users.remove(deed.subject());
            default -> {
                // Not about who has which role.
            }
        }
    }

    private static SortedSet<String> sorted(User user) {
        return user.roles().stream().map(Assignment::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String roles(User user) {
        return String.join(",", sorted(user));
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
