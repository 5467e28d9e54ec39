package org.weighhouse.ledger.internal.bugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bugs that {@code ./weighhouse check-tests} plants still fit the sources. Whether the tests catch them takes minutes
 * and is seen by that command only.
 */
class PlantedBugsTest {

    private static final Path TESTS = Path.of("src", "test", "java");
    private static final String MODULE = "bundles/ledger/";

    static List<Path> bugs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "bugs"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(bugs()).hasSizeGreaterThanOrEqualTo(10).allMatch(file -> file.toString()
                .endsWith(".patch"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void everyBugSaysWhatItIsAndWhichTestsCatchIt(Path bug) throws IOException {
        List<String> lines = Files.readAllLines(bug);

        assertThat(lines.get(0)).matches("Bug: .{20,}");
        assertThat(lines.get(1)).startsWith("Tests: ");
        for (String test : lines.get(1).substring("Tests: ".length()).split(",")) {
            try (Stream<Path> files = Files.walk(TESTS)) {
                assertThat(files.filter(file -> file.endsWith(test + ".java")))
                        .as(test)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void everyBugFitsTheSources(Path bug) throws IOException {
        List<String> lines = Files.readAllLines(bug);
        String source = Files.readString(sourceOf(lines));

        List<String> places = places(lines);

        assertThat(places).isNotEmpty();
        for (String place : places) {
            assertThat(source.split(Pattern.quote(place), -1))
                    .as("where to plant the bug:%n%s", place)
                    .hasSize(2);
        }
    }

    private static Path sourceOf(List<String> lines) {
        String path = lines.get(2).replace("--- a/" + MODULE, "");
        assertThat(lines.subList(2, 4)).containsExactly("--- a/" + MODULE + path, "+++ b/" + MODULE + path);
        assertThat(path).startsWith("src/main/");
        return Path.of(path);
    }

    /** What must be in the source for each hunk: the lines it keeps and those it takes away. */
    private static List<String> places(List<String> lines) {
        List<List<String>> hunks = new ArrayList<>();
        for (String line : lines.subList(4, lines.size())) {
            if (line.startsWith("@@")) {
                hunks.add(new ArrayList<>());
            } else if (!line.startsWith("+")) {
                hunks.getLast().add(line.isEmpty() ? "" : line.substring(1));
            }
        }
        return hunks.stream()
                .map(hunk -> hunk.stream().collect(Collectors.joining("\n", "\n", "\n")))
                .toList();
    }
}
