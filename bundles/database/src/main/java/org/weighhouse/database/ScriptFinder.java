package org.weighhouse.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.weighhouse.database.Migrations.Script;

/** Finds the SQL files in a folder of a bundle, of a jar, or of a directory. */
final class ScriptFinder {

    private static final String SUFFIX = ".sql";

    private ScriptFinder() {}

    /** The scripts, by name; none if there is no such folder. */
    static List<Script> find(Class<?> owner, String folder) {
        try {
            return FrameworkUtil.getBundle(owner.getClassLoader())
                    .map(bundle -> inBundle(bundle, folder))
                    .orElseGet(() -> onClassPath(owner, folder))
                    .stream()
                    .map(ScriptFinder::read)
                    .sorted(Comparator.comparing(Script::name))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException("cannot read the scripts in " + folder, e);
        }
    }

    private static List<URL> inBundle(Bundle bundle, String folder) {
        Enumeration<URL> entries = bundle.findEntries(folder, "*" + SUFFIX, false);
        return entries == null ? List.of() : Collections.list(entries);
    }

    private static List<URL> onClassPath(Class<?> owner, String folder) {
        try {
            List<URL> found = new ArrayList<>();
            for (URL url : Collections.list(owner.getClassLoader().getResources(folder))) {
                URLConnection connection = url.openConnection();
                if (connection instanceof JarURLConnection jar) {
                    found.addAll(inJar(jar, owner.getClassLoader(), folder));
                } else {
                    found.addAll(inDirectory(Path.of(URI.create(url.toString()))));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<URL> inJar(JarURLConnection jar, ClassLoader loader, String folder) throws IOException {
        String prefix = folder + "/";
        return jar.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
                .filter(name -> name.indexOf('/', prefix.length()) < 0)
                .map(loader::getResource)
                .toList();
    }

    private static List<URL> inDirectory(Path directory) throws IOException {
        List<URL> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                found.add(file.toUri().toURL());
            }
        }
        return found;
    }

    private static Script read(URL url) {
        String path = url.getPath();
        try (InputStream in = url.openStream()) {
            return new Script(
                    path.substring(path.lastIndexOf('/') + 1), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
