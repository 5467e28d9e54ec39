package org.weighhouse.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while eight threads change users and their roles: what was done is there, and what was only begun is there
 * whole or not at all. {@code -Dweighhouse.users.changes=10000} does as many changes, with a kill after every few hundred.
 */
class KilledUserChangesTest {

    private static final int CHANGES = Integer.getInteger("weighhouse.users.changes", 1_000);
    private static final int MOST_BETWEEN_KILLS = 600;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_130);
    /** Roles of each user that there is, as far as it was said that they are stored. */
    private final Map<String, SortedSet<String>> known = new TreeMap<>();
    /** What each thread has begun and not ended. */
    private final Map<Integer, Begun> begun = new HashMap<>();

    private int done;

    private record Begun(String user, String change) {
        /** The user's roles afterwards; empty if there is no such user. */
        Optional<SortedSet<String>> applied(Optional<SortedSet<String>> before) {
            String[] words = change.split(" ");
            SortedSet<String> roles = new TreeSet<>(before.orElseGet(TreeSet::new));
            switch (words[0]) {
                case "grant" -> roles.add(words[1]);
                case "revoke" -> roles.remove(words[1]);
                case "create" -> roles.clear();
                default -> {
                    return Optional.empty();
                }
            }
            return Optional.of(roles);
        }
    }

    @Test
    void noChangeIsLostOrHalfDone() throws Exception {
        int kills = 0;
        while (done < CHANGES) {
            changeAndKill(done + 1 + random.nextInt(MOST_BETWEEN_KILLS));
            kills++;
        }
        // Once more, to look at what the last one left.
        changeAndKill(done + 1);
        System.out.println(done + " changes of users, " + kills + " kills");
        assertThat(kills).isGreaterThanOrEqualTo(CHANGES / MOST_BETWEEN_KILLS);
    }

    /** @param until kills it when so many are done in all */
    private void changeAndKill(int until) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        UserChanges.class.getName(),
                        folder.toString(),
                        Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader()) {
            compare(said);
            begun.clear();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                take(line);
                if (done >= until) {
                    // By its handle: what it said before is still to be read.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(done).isGreaterThanOrEqualTo(until);
    }

    private void take(String line) {
        String[] words = line.split(" ", 4);
        switch (words[0]) {
            case "B" -> begun.put(Integer.parseInt(words[1]), new Begun(words[2], words[3]));
            case "E" -> {
                Begun ended = begun.remove(Integer.parseInt(words[1]));
                set(ended.user(), ended.applied(Optional.ofNullable(known.get(ended.user()))));
                done++;
            }
            default -> throw new IllegalStateException("it says " + line);
        }
    }

    /** What is found must be what was known, or that with the one change on top that was begun. */
    private void compare(BufferedReader said) throws IOException {
        Map<String, SortedSet<String>> found = new TreeMap<>();
        String line = said.readLine();
        while (line != null && !line.equals("READY")) {
            String[] words = line.split(" ", 3);
            SortedSet<String> roles = new TreeSet<>();
            for (String role : words[2].split(",")) {
                if (!role.isEmpty()) {
                    roles.add(role);
                }
            }
            found.put(words[1], roles);
            line = said.readLine();
        }
        assertThat(line).as("it starts").isEqualTo("READY");
        found.remove("admin");
        for (Begun open : begun.values()) {
            Optional<SortedSet<String>> before = Optional.ofNullable(known.get(open.user()));
            Optional<SortedSet<String>> there = Optional.ofNullable(found.get(open.user()));
            assertThat(there).as("%s", open).isIn(before, open.applied(before));
            set(open.user(), there);
        }
        assertThat(found).isEqualTo(known);
    }

    private void set(String user, Optional<SortedSet<String>> roles) {
        if (roles.isPresent()) {
            known.put(user, roles.get());
        } else {
            known.remove(user);
        }
    }
}
