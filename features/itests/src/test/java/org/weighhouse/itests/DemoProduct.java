package org.weighhouse.itests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One installation with the demo workspace for all test classes; ends with the test run. */
final class DemoProduct implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(DemoProduct.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        installation(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Installation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return installation(context);
    }

    private static Installation installation(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("installation", key -> start(), Installation.class);
    }

    private static Installation start() {
        try {
            return Installation.start(emptyFolder("demo"), true);
        } catch (Exception e) {
            throw new IllegalStateException("the distribution does not start", e);
        }
    }

    /** A fresh folder under target/; what an earlier run left there goes. */
    static Path emptyFolder(String name) throws Exception {
        Path folder = Path.of("target", "installations", name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
