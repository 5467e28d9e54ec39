package org.weighhouse.door.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.util.URIUtil;
import org.eclipse.jetty.util.resource.Resource;
import org.osgi.framework.Bundle;

/** A file in a bundle, as Jetty wants files to be: it lies in no file system, and Jetty's own resources do not reach it. */
final class BundleFile extends Resource {

    private static final String ROOT = "/";

    private final Bundle bundle;
    private final String path;
    private final Optional<URL> entry;

    private BundleFile(Bundle bundle, String path) {
        this.bundle = bundle;
        this.path = path;
        this.entry = Optional.ofNullable(bundle.getEntry(path));
    }

    /** All of a bundle's files. */
    static BundleFile root(Bundle bundle) {
        return new BundleFile(bundle, ROOT);
    }

    @Override
    public Path getPath() {
        // As Jetty has it for what is in no file system.
        return null;
    }

    @Override
    public boolean exists() {
        return path.equals(ROOT) || entry.isPresent();
    }

    @Override
    public boolean isDirectory() {
        return exists() && path.endsWith(ROOT);
    }

    @Override
    public boolean isReadable() {
        return exists();
    }

    @Override
    public Instant lastModified() {
        return Instant.ofEpochMilli(bundle.getLastModified());
    }

    @Override
    public long length() {
        try {
            return entry.isPresent() && !isDirectory()
                    ? entry.get().openConnection().getContentLengthLong()
                    : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public URI getURI() {
        try {
            return entry.isPresent() ? entry.get().toURI() : new URI("bundle", null, path, null);
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("an address of " + bundle + " is none: " + entry, odd);
        }
    }

    @Override
    public String getName() {
        return bundle.getSymbolicName() + path;
    }

    @Override
    public String getFileName() {
        String trimmed = path.endsWith(ROOT) ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    @Override
    public InputStream newInputStream() throws IOException {
        return entry.orElseThrow(() -> new IOException("there is no " + path)).openStream();
    }

    /** @throws IllegalArgumentException if it leads out of the bundle */
    @Override
    public Resource resolve(String below) {
        String joined = URIUtil.normalizePath(URIUtil.addPaths(path, below));
        if (joined == null || !joined.startsWith(ROOT)) {
            throw new IllegalArgumentException("it leads out of the bundle");
        }
        return new BundleFile(bundle, joined);
    }
}
