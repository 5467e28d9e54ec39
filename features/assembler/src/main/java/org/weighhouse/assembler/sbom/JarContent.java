package org.weighhouse.assembler.sbom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a jar says of itself and of what is in it. */
final class JarContent {

    /** Header of our bundles for libraries whose classes they took in: {@code group:artifact:version}, commas between. */
    static final String EMBEDDED = "Weighhouse-Embedded";

    private static final String DESCRIPTORS = "META-INF/maven/";
    private static final Pattern LICENCE = Pattern.compile("<license>(.*?)</license>", Pattern.DOTALL);
    private static final Pattern SAID = Pattern.compile("<(?:url|name)>\\s*(.*?)\\s*</(?:url|name)>", Pattern.DOTALL);

    /** A jar in this one. */
    record Nested(String file, byte[] bytes) {}

    private Attributes manifest = new Attributes();
    private final Map<String, String> poms = new HashMap<>();
    private final List<Maven> libraries = new ArrayList<>();
    private final List<Nested> jars = new ArrayList<>();
    private final List<Part.Text> texts = new ArrayList<>();
    private final SortedSet<String> packages = new TreeSet<>();

    private JarContent() {}

    static JarContent of(byte[] jar) throws IOException {
        JarContent content = new JarContent();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                content.add(entry.getName(), entries);
            }
        }
        return content;
    }

    private void add(String name, ZipInputStream entry) throws IOException {
        if (name.equals("META-INF/MANIFEST.MF")) {
            manifest = new Manifest(entry).getMainAttributes();
        } else if (name.startsWith(DESCRIPTORS) && name.endsWith("/pom.properties")) {
            Properties properties = new Properties();
            properties.load(entry);
            libraries.add(Maven.in(properties));
        } else if (name.startsWith(DESCRIPTORS) && name.endsWith("/pom.xml")) {
            poms.put(name, string(entry));
        } else if (name.endsWith(".class")) {
            packages.add(name.substring(0, Math.max(0, name.lastIndexOf('/'))));
        } else if (name.endsWith(".jar")) {
            jars.add(new Nested(name.substring(name.lastIndexOf('/') + 1), entry.readAllBytes()));
        } else if (name.lastIndexOf('/') < 0 || name.lastIndexOf('/') == "META-INF".length()) {
            Optional<Part.Text.Kind> kind = Part.Text.Kind.of(name.substring(name.lastIndexOf('/') + 1));
            if (kind.isPresent()) {
                texts.add(new Part.Text(kind.get(), string(entry)));
            }
        }
    }

    private static String string(ZipInputStream entry) throws IOException {
        return new String(entry.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What the jar is, if it says so in the way of Maven. */
    Optional<Maven> self(String file) {
        return libraries.stream().filter(each -> each.fits(file)).max(Comparator.comparing(each -> each.artifact()
                .length()));
    }

    /** Libraries whose files are in the jar, itself perhaps among them. */
    Stream<Maven> unpacked() {
        Stream<Maven> declared = Pattern.compile("\\s*,\\s*")
                .splitAsStream(header(EMBEDDED).orElse(""))
                .filter(each -> !each.isEmpty())
                .map(Maven::written);
        return Stream.concat(libraries.stream(), declared);
    }

    /** The first package of others among the classes of a bundle of ours, unless it says whose they are. */
    Optional<String> undeclared() {
        return header(EMBEDDED).isPresent()
                ? Optional.empty()
                : packages.stream()
                        .filter(name -> !name.startsWith("org/weighhouse/")
                                && !name.startsWith("WEB-INF/classes/org/weighhouse/"))
                        .findFirst();
    }

    List<Nested> jars() {
        return jars;
    }

    List<Part.Text> texts() {
        return texts;
    }

    /** What is written of a library's licence in its own header or POM, in the order of trust. */
    List<String> licences(Maven library, boolean self) {
        Stream<String> header = self ? header("Bundle-License").stream() : Stream.empty();
        String pom = poms.getOrDefault(DESCRIPTORS + library.group() + "/" + library.artifact() + "/pom.xml", "");
        Stream<String> said = LICENCE.matcher(pom)
                .results()
                .flatMap(licence -> SAID.matcher(licence.group(1)).results())
                .map(found -> found.group(1));
        return Stream.concat(header, said).toList();
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(manifest.getValue(name));
    }
}
