package org.weighhouse.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.FrameworkWiring;

class SubstitutesTest {

    private static final String NAME = "org.weighhouse.channel.telegram";
    private static final String LOCATION = "mvn:org.weighhouse/weighhouse-channel-telegram/0.1.0";

    @TempDir
    Path folder;

    private final List<String> updates = new ArrayList<>();
    private String location = LOCATION;
    private File jar;

    @BeforeEach
    void drop() throws IOException {
        jar = jar("adapter.jar", NAME + ";singleton:=true", "0.1.0");
    }

    @Test
    void aJarOfTheSameNameAndVersionStandsInUntilItIsDeleted() throws Exception {
        Substitutes substitutes = new Substitutes(context());
        assertThat(substitutes.canHandle(jar)).isTrue();

        substitutes.install(jar);
        substitutes.update(jar);
        Files.delete(jar.toPath());
        substitutes.uninstall(jar);

        assertThat(updates).containsExactly("file", "file", "own");
    }

    @Test
    void deletedWhileNobodyLookedTheFeaturesOwnComesBackAtTheNextStart() throws Exception {
        new Substitutes(context()).install(jar);
        new Substitutes(context());
        assertThat(updates).containsExactly("file");

        Files.delete(jar.toPath());
        new Substitutes(context());
        assertThat(updates).containsExactly("file", "own");

        new Substitutes(context());
        assertThat(updates).containsExactly("file", "own");
    }

    @Test
    void everythingElseInTheFolderIsLeftToKaraf() throws Exception {
        Substitutes substitutes = new Substitutes(context());

        assertThat(substitutes.canHandle(jar("newer.jar", NAME, "0.1.1"))).isFalse();
        assertThat(substitutes.canHandle(jar("other.jar", "com.acme.pigeons", "0.1.0")))
                .isFalse();
        assertThat(substitutes.canHandle(jar("odd.jar", NAME, "not a version"))).isFalse();
        assertThat(substitutes.canHandle(Files.writeString(folder.resolve("broken.jar"), "no jar")
                        .toFile()))
                .isFalse();
        assertThat(substitutes.canHandle(folder.toFile())).isFalse();
        location = "file:/deploy/adapter.jar";
        assertThat(substitutes.canHandle(jar)).isFalse();
    }

    private File jar(String file, String name, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        Path path = folder.resolve(file);
        try (OutputStream out = Files.newOutputStream(path);
                JarOutputStream written = new JarOutputStream(out, manifest)) {
            written.flush();
        }
        return path.toFile();
    }

    private BundleContext context() {
        FrameworkWiring wiring = stub(FrameworkWiring.class, (method, arguments) -> Set.of());
        Bundle system = stub(Bundle.class, (method, arguments) -> wiring);
        Bundle feature = stub(Bundle.class, this::feature);
        return stub(BundleContext.class, (method, arguments) -> switch (method) {
            case "getDataFile" -> folder.resolve("data.properties").toFile();
            case "getBundles" -> new Bundle[] {feature};
            case "getBundle" -> arguments[0].equals(LOCATION) ? feature : system;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Object feature(String method, Object[] arguments) {
        return switch (method) {
            case "getSymbolicName" -> NAME;
            case "getVersion" -> new Version("0.1.0");
            case "getLocation" -> location;
            case "update" -> {
                updates.add(arguments == null ? "own" : "file");
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}
