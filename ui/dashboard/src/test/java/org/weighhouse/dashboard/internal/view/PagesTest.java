package org.weighhouse.dashboard.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.weighhouse.api.access.Permission;
import org.weighhouse.dashboard.internal.security.Needs;

/** Every page there is, and what it takes: none can be added without appearing here. */
class PagesTest {

    private static final Path CLASSES = Path.of("target/classes");

    /** Pages that are about no workspace, and so look after themselves. */
    private static final String ABOUT_ONESELF = "account";

    @Test
    void everyPageTakesWhatItShould() throws Exception {
        Map<String, Permission> pages = new TreeMap<>();
        for (Class<?> page : pages()) {
            String address = page.getAnnotation(Route.class).value();
            assertThat(address.equals(ABOUT_ONESELF) || LiveView.class.isAssignableFrom(page))
                    .as("%s asks what the user may", page.getSimpleName())
                    .isTrue();
            pages.put(address, Needs.Of.page(page));
        }

        assertThat(pages)
                .isEqualTo(new TreeMap<>(Map.of(
                        "", Permission.LOOK,
                        "account", Permission.LOOK,
                        "alerts", Permission.LOOK,
                        "audit", Permission.MANAGE,
                        "campaigns", Permission.LOOK,
                        "channels", Permission.LOOK,
                        "plan", Permission.LOOK,
                        "reports", Permission.LOOK,
                        "settings", Permission.LOOK,
                        "usage", Permission.LOOK)));
    }

    private static Iterable<Class<?>> pages() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(PagesTest::load)
                    .filter(type -> type.isAnnotationPresent(Route.class))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PagesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
