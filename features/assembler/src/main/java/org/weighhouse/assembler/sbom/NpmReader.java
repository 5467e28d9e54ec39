package org.weighhouse.assembler.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packages whose code is in what browsers load. */
final class NpmReader {

    /** Where a module is from, as the bundler reports it; a package may have one of its own below it. */
    private static final Pattern MODULE =
            Pattern.compile("/(node_modules/(?:@[^/\"]+/)?[^/\"]+(?:/node_modules/(?:@[^/\"]+/)?[^/\"]+)?)");

    private final JsonNode locked;
    private final Path project;

    /** @param project the folder with {@code package-lock.json} and {@code node_modules} */
    NpmReader(Path project) throws IOException {
        this.project = project;
        locked = new ObjectMapper()
                .readTree(project.resolve("package-lock.json").toFile())
                .path("packages");
    }

    /**
     * @param report of the bundler: the modules it took
     * @throws IllegalArgumentException if it took none, or one that is not locked
     */
    List<Part> read(Path report) throws IOException {
        SortedSet<String> places = new TreeSet<>(MODULE.matcher(Files.readString(report))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList());
        if (places.isEmpty()) {
            throw new IllegalArgumentException("There are no packages in " + report);
        }
        List<Part> parts = new ArrayList<>();
        for (String place : places) {
            parts.add(part(place));
        }
        return parts;
    }

    private Part part(String place) throws IOException {
        JsonNode found = locked.path(place);
        if (!found.has("version") || !found.has("license")) {
            throw new IllegalArgumentException("package-lock.json has no version or licence of " + place);
        }
        String name = place.substring(place.lastIndexOf("node_modules/") + "node_modules/".length());
        return new Part(
                purl(name, found.path("version").asText()),
                Optional.empty(),
                found.path("license").asText(),
                texts(project.resolve(place)),
                List.of());
    }

    private static List<Part.Text> texts(Path folder) throws IOException {
        List<Part.Text> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Optional<Part.Text.Kind> kind =
                        Part.Text.Kind.of(file.getFileName().toString());
                if (kind.isPresent()) {
                    texts.add(new Part.Text(kind.get(), Files.readString(file)));
                }
            }
        }
        return texts;
    }

    private static PackageURL purl(String name, String version) {
        int slash = name.indexOf('/');
        try {
            return new PackageURL(
                    PackageURL.StandardTypes.NPM,
                    slash < 0 ? null : name.substring(0, slash),
                    name.substring(slash + 1),
                    version,
                    null,
                    null);
        } catch (MalformedPackageURLException e) {
            throw new IllegalArgumentException(name + " is no name of a package", e);
        }
    }
}
