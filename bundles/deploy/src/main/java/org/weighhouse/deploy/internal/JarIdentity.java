package org.weighhouse.deploy.internal;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Which bundle a jar is. */
record JarIdentity(String name, Version version) {

    /** Empty if it is none, or cannot be read; whoever installs it will say so. */
    static Optional<JarIdentity> of(File file) {
        if (!file.isFile() || !file.getName().endsWith(".jar")) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(file)) {
            return Optional.ofNullable(jar.getManifest()).flatMap(JarIdentity::of);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<JarIdentity> of(Manifest manifest) {
        String name = manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
        String version = manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION);
        return Optional.ofNullable(name)
                .map(header -> new JarIdentity(header.split(";", 2)[0].trim(), Version.parseVersion(version)));
    }
}
