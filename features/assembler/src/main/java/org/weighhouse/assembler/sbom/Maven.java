package org.weighhouse.assembler.sbom;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a library is called in Maven's world. */
record Maven(String group, String artifact, String version) {

    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d.*)\\.(jar|war)");

    /** From a file's place in a folder that is laid out as a repository. */
    static Maven at(Path place) {
        int names = place.getNameCount();
        return new Maven(
                place.subpath(0, names - 3).toString().replace('/', '.'),
                place.getName(names - 3).toString(),
                place.getName(names - 2).toString());
    }

    /** From the file that Maven puts into jars. */
    static Maven in(Properties written) {
        return new Maven(
                written.getProperty("groupId"), written.getProperty("artifactId"), written.getProperty("version"));
    }

    /** From {@code group:artifact:version}. */
    static Maven written(String coordinates) {
        String[] parts = coordinates.split(":");
        if (parts.length != 3) {
            throw new IllegalArgumentException(coordinates + " is not group:artifact:version");
        }
        return new Maven(parts[0], parts[1], parts[2]);
    }

    /** From a file's name, such as {@code batik-css-1.19.jar}. The group, which is not in it, is empty. */
    static Optional<Maven> named(String file) {
        Matcher matcher = FILE.matcher(file);
        return matcher.matches() ? Optional.of(new Maven("", matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Whether a file has the name that Maven gives to it, with a version or without. */
    boolean fits(String file) {
        return file.startsWith(artifact + "-") || file.startsWith(artifact + ".");
    }

    String name() {
        return group + ":" + artifact;
    }

    PackageURL purl() {
        try {
            return new PackageURL(PackageURL.StandardTypes.MAVEN, group, artifact, version, null, null);
        } catch (MalformedPackageURLException e) {
            throw new IllegalArgumentException(this + " is no name for a library", e);
        }
    }
}
