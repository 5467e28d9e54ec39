package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md says something of every item of the standard, once, and names tests that there are. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern ITEM = Pattern.compile("V\\d+\\.\\d+\\.\\d+");
    private static final Pattern ROW = Pattern.compile("\\| (V[^|]*) \\| ([^|]*) \\| .*");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Contract))`");

    @Test
    void everyItemOfTheStandardIsAnsweredOnce() throws Exception {
        List<String> items = Files.readAllLines(Path.of("src/test/resources/asvs-5.0.0-levels-1-2.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(items).hasSize(253);
        assertThat(ITEM.matcher(page()).results().map(MatchResult::group)).containsExactlyInAnyOrderElementsOf(items);
        assertThat(page().lines().map(ROW::matcher).filter(row -> row.matches()).map(row -> row.group(2)))
                .isNotEmpty()
                .allMatch(Set.of("yes", "n/a", "admin", "open")::contains);
    }

    @Test
    void everyTestThatIsNamedIsThere() throws Exception {
        Set<String> named =
                TEST.matcher(page()).results().map(test -> test.group(1)).collect(Collectors.toSet());

        assertThat(named).isNotEmpty();
        assertThat(tests()).containsAll(named);
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("SECURITY.md"));
    }

    private static Set<String> tests() throws IOException {
        Set<String> found = new java.util.HashSet<>();
        for (String folder : List.of("bundles", "ui", "reports", "features")) {
            try (Stream<Path> files = Files.find(
                    ROOT.resolve(folder),
                    20,
                    (file, about) -> file.toString().contains("/src/test/")
                            && file.toString().endsWith(".java"))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
