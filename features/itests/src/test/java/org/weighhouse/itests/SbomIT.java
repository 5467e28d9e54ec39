package org.weighhouse.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The archive as somebody gets it says what is in it, and whose that is. */
class SbomIT {

    /** Jars in the archive, those in others too, by where they are; with their SHA-256. */
    private static final Map<String, String> JARS = new TreeMap<>();

    private static final Map<String, String> TEXTS = new HashMap<>();
    private static final List<JsonNode> COMPONENTS = new ArrayList<>();

    @BeforeAll
    static void read() throws Exception {
        try (InputStream file =
                        new BufferedInputStream(Files.newInputStream(Path.of(System.getProperty("weighhouse.tar"))));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String place = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (isJar(place)) {
                    add(place, tar.readAllBytes());
                } else if (entry.isFile() && place.indexOf('/') < 0) {
                    TEXTS.put(place, new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        addComponents(new ObjectMapper().readTree(TEXTS.get("sbom.cdx.json")));
    }

    private static boolean isJar(String name) {
        return name.endsWith(".jar") || name.endsWith(".war");
    }

    private static void add(String place, byte[] jar) throws Exception {
        JARS.put(
                place,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar)));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isJar(entry.getName())) {
                    add(place + "!" + entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    private static void addComponents(JsonNode of) {
        of.path("components").forEach(component -> {
            COMPONENTS.add(component);
            addComponents(component);
        });
    }

    @Test
    void everyJarIsInItWithItsChecksum() {
        List<String> known = COMPONENTS.stream()
                .map(component -> component.at("/hashes/0/content").asText())
                .toList();

        assertThat(JARS).hasSizeGreaterThan(200);
        assertThat(known).containsAll(JARS.values());
    }

    @Test
    void whatBrowsersLoadAndWhatWasTakenInIsInItToo() {
        assertThat(COMPONENTS)
                .extracting(component -> component.path("purl").asText().replaceAll("@[^@]*$", ""))
                .contains(
                        "pkg:npm/echarts",
                        "pkg:npm/%40vaadin/date-picker",
                        "pkg:npm/%40fontsource-variable/inter",
                        "pkg:maven/com.nulab-inc/zxcvbn",
                        "pkg:maven/org.ow2.asm/asm",
                        "pkg:maven/org.weighhouse/weighhouse-report-templates");
    }

    @Test
    void eachHasAVersionAndALicence() {
        assertThat(COMPONENTS).allSatisfy(component -> {
            assertThat(component.path("version").asText()).isNotEmpty();
            JsonNode licence = component.at("/licenses/0");
            assertThat(licence.at("/license/id").asText()
                            + licence.path("expression").asText())
                    .as(component.path("purl").asText())
                    .isNotEmpty()
                    .doesNotContain("unknown");
        });
    }

    @Test
    void licencesAndNoticesGoWithIt() throws IOException {
        assertThat(TEXTS.get("LICENSE")).isEqualTo(Files.readString(Path.of("..", "..", "LICENSE")));
        assertThat(TEXTS.get("NOTICE")).contains("The Apache Software Foundation");
        assertThat(TEXTS.get("THIRD-PARTY.txt"))
                .contains("Apache License", "Eclipse Public License - v 2.0", "GNU LESSER GENERAL PUBLIC LICENSE");
    }
}
