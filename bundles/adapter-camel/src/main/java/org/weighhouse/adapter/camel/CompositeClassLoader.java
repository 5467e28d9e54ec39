package org.weighhouse.adapter.camel;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several class loaders seen as one, asked in order. */
public final class CompositeClassLoader extends ClassLoader {

    private final List<ClassLoader> parts;

    public CompositeClassLoader(List<ClassLoader> parts) {
        super("weighhouse-camel", null);
        this.parts = List.copyOf(parts);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        for (ClassLoader part : parts) {
            try {
                return part.loadClass(name);
            } catch (ClassNotFoundException e) {
                // The next one may have it.
                continue;
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    public URL getResource(String name) {
        for (ClassLoader part : parts) {
            URL found = part.getResource(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Map<String, URL> found = new LinkedHashMap<>();
        for (ClassLoader part : parts) {
            Collections.list(part.getResources(name)).forEach(url -> found.putIfAbsent(url.toExternalForm(), url));
        }
        return Collections.enumeration(found.values());
    }
}
