package org.weighhouse.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** An integration of the admin's own: a route on a Camel of long ago, which beats as long as it works. */
final class ForeignCamel {

    private static final Path BUNDLES = Path.of("target", "foreign-camel");

    /** The route, by hand: the bundles of Camel 3 bring what their Karaf features brought, but for the class loading. */
    private static final String ACTIVATOR = """
            package com.acme.mill;

            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.nio.file.StandardOpenOption;
            import org.apache.camel.builder.RouteBuilder;
            import org.apache.camel.component.timer.TimerComponent;
            import org.apache.camel.impl.DefaultCamelContext;
            import org.osgi.framework.Bundle;
            import org.osgi.framework.BundleActivator;
            import org.osgi.framework.BundleContext;

            public final class Activator implements BundleActivator {

                private DefaultCamelContext camel;

                public void start(BundleContext context) throws Exception {
                    Path beats = Path.of(context.getBundle().getHeaders().get("Mill-Beats"));
                    ClassLoader all = new Loader(context);
                    Thread.currentThread().setContextClassLoader(all);
                    camel = new DefaultCamelContext();
                    camel.setApplicationContextClassLoader(all);
                    camel.addComponent("timer", new TimerComponent());
                    camel.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("timer:mill?period=100").process(exchange -> Files.writeString(
                                    beats, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND));
                        }
                    });
                    camel.start();
                }

                public void stop(BundleContext context) {
                    camel.stop();
                }

                private static final class Loader extends ClassLoader {

                    private final BundleContext context;

                    Loader(BundleContext context) {
                        super(Activator.class.getClassLoader());
                        this.context = context;
                    }

                    private java.util.stream.Stream<Bundle> camels() {
                        return java.util.Arrays.stream(context.getBundles())
                                .filter(bundle -> bundle.getSymbolicName().startsWith("org.apache.camel."));
                    }

                    @Override
                    protected Class<?> findClass(String name) throws ClassNotFoundException {
                        for (Bundle bundle : camels().toList()) {
                            try {
                                return bundle.loadClass(name);
                            } catch (ClassNotFoundException elsewhere) {
                                continue;
                            }
                        }
                        throw new ClassNotFoundException(name);
                    }

                    @Override
                    protected java.net.URL findResource(String name) {
                        return camels().map(bundle -> bundle.getResource(name))
                                .filter(java.util.Objects::nonNull).findFirst().orElse(null);
                    }

                    @Override
                    protected java.util.Enumeration<java.net.URL> findResources(String name) {
                        return java.util.Collections.enumeration(camels().map(bundle -> bundle.getResource(name))
                                .filter(java.util.Objects::nonNull).toList());
                    }
                }
            }
            """;

    private final Path beats = Path.of("target", "mill-beats").toAbsolutePath();

    void install(StockKaraf karaf) throws Exception {
        Files.deleteIfExists(beats);
        for (Path bundle : bundles()) {
            karaf.shell.run("bundle:install " + bundle.toUri());
        }
        karaf.shell.run("bundle:install --start " + mill().toUri());
    }

    /** Whether the route has run since it was asked last. */
    boolean beats() throws IOException {
        return Files.exists(beats) && Files.deleteIfExists(beats);
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> jars = Files.list(BUNDLES)) {
            return jars.map(Path::toAbsolutePath).sorted().toList();
        }
    }

    private Path mill() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "mill").toAbsolutePath());
        compile(folder);
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "com.acme.mill");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Activator", "com.acme.mill.Activator");
        headers.putValue("Mill-Beats", beats.toString());
        headers.putValue(
                "Import-Package",
                "org.osgi.framework,"
                        + Stream.of(
                                        "",
                                        ".builder",
                                        ".component.timer",
                                        ".impl",
                                        ".impl.engine",
                                        ".model",
                                        ".spi",
                                        ".support")
                                .map(part -> "org.apache.camel" + part + ";version=\"[3.22,4)\"")
                                .collect(Collectors.joining(",")));
        Path jar = folder.resolve("mill.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream bundle = new JarOutputStream(out, manifest);
                Stream<Path> classes = Files.list(folder.resolve("com/acme/mill"))) {
            for (Path compiled :
                    classes.filter(file -> file.toString().endsWith(".class")).toList()) {
                bundle.putNextEntry(new JarEntry("com/acme/mill/" + compiled.getFileName()));
                Files.copy(compiled, bundle);
            }
        }
        return jar;
    }

    private static void compile(Path folder) throws IOException {
        Path source = Files.createDirectories(folder.resolve("com/acme/mill")).resolve("Activator.java");
        Files.writeString(source, ACTIVATOR);
        String path = Stream.concat(
                        bundles().stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("--release", "21", "-cp", path, "-d", folder.toString(), "-proc:none"),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(said.toString());
            }
        }
    }
}
