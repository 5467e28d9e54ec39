package org.weighhouse.assembler.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class JarReaderTest {

    private final Tables tables = new Tables();
    private final JarReader reader = new JarReader(tables);

    @Test
    void aJarIsWhatItsDescriptorSays() throws Exception {
        byte[] jar = new Jar()
                .descriptor("com.example", "scales", "2.1")
                .licence("BSD-3-Clause")
                .bytes();

        Part part = reader.read("scales-2.1.jar", jar, Optional.empty());

        assertThat(part.purl()).hasToString("pkg:maven/com.example/scales@2.1");
        assertThat(part.licence()).isEqualTo("BSD-3-Clause");
        assertThat(part.sha256())
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(jar)));
        assertThat(part.inside()).isEmpty();
    }

    @Test
    void aPlaceInARepositoryIsBelievedBeforeWhatIsWithin() throws Exception {
        byte[] jar = new Jar()
                .descriptor("org.apache.other", "other", "9")
                .licence("Apache-2.0")
                .bytes();

        Part part = reader.read("scales-2.1.jar", jar, Optional.of(new Maven("org.example", "scales", "2.1")));

        assertThat(part.purl()).hasToString("pkg:maven/org.example/scales@2.1");
        assertThat(part.inside()).extracting(inside -> inside.purl().getName()).containsExactly("other");
    }

    @Test
    void librariesUnpackedIntoAnotherAreInIt() throws Exception {
        byte[] jar = new Jar()
                .licence("Apache-2.0")
                .descriptor("com.example", "scales", "2.1")
                .descriptor("org.bouncycastle", "bcutil-jdk18on", "1.83")
                .header("Weighhouse-Embedded", "org.ow2.asm:asm:9.9.1, com.nulab-inc:zxcvbn:1.9.0")
                .bytes();

        Part part = reader.read("scales-2.1.jar", jar, Optional.empty());

        assertThat(part.inside())
                .extracting(inside -> inside.purl().toString())
                .containsExactly(
                        "pkg:maven/org.bouncycastle/bcutil-jdk18on@1.83",
                        "pkg:maven/org.ow2.asm/asm@9.9.1",
                        "pkg:maven/com.nulab-inc/zxcvbn@1.9.0");
        tables.check();
    }

    @Test
    void jarsInJarsAreRead() throws Exception {
        byte[] innermost =
                new Jar().licence("EPL-2.0").descriptor("a", "c", "3").bytes();
        byte[] inner = new Jar()
                .licence("EPL-2.0")
                .descriptor("a", "b", "2")
                .file("lib/c-3.jar", innermost)
                .bytes();
        byte[] jar = new Jar()
                .licence("EPL-2.0")
                .descriptor("a", "a", "1")
                .file("lib/b-2.jar", inner)
                .bytes();

        assertThat(reader.read("a-1.jar", jar, Optional.empty()).all())
                .extracting(part -> part.purl().toString())
                .containsExactly("pkg:maven/a/a@1", "pkg:maven/a/b@2", "pkg:maven/a/c@3");
    }

    @Test
    void severalLicencesAreToChooseFrom() throws Exception {
        byte[] jar = new Jar()
                .descriptor("a", "a", "1")
                .licence("https://www.eclipse.org/legal/epl-2.0/, https://www.apache.org/licenses/LICENSE-2.0.txt")
                .bytes();

        assertThat(reader.read("a-1.jar", jar, Optional.empty()).licence()).isEqualTo("Apache-2.0 OR EPL-2.0");
    }

    @Test
    void aCommaInALicencesNamePartsNothing() throws Exception {
        byte[] jar = new Jar()
                .descriptor("a", "a", "1")
                .licence("\"Apache License, Version 2.0\";link=\"https://example.org/a,b\"")
                .bytes();

        assertThat(reader.read("a-1.jar", jar, Optional.empty()).licence()).isEqualTo("Apache-2.0");
    }

    @Test
    void thePomSaysALicenceWhereNoHeaderDoes() throws Exception {
        byte[] jar = new Jar()
                .descriptor("a", "a", "1")
                .file(
                        "META-INF/maven/a/a/pom.xml",
                        bytes(
                                "<project><licenses><license><name>The Apache Software License, Version 2.0</name></license>"
                                        + "</licenses></project>"))
                .bytes();

        assertThat(reader.read("a-1.jar", jar, Optional.empty()).licence()).isEqualTo("Apache-2.0");
    }

    @Test
    void textsOfItsMakersAreKept() throws Exception {
        byte[] jar = new Jar()
                .descriptor("a", "a", "1")
                .licence("MIT")
                .licence("https://opensource.org/licenses/MIT")
                .file("META-INF/LICENSE.txt", bytes("do as you like"))
                .file("NOTICE", bytes("made by a"))
                .file("META-INF/versions/9/LICENSE", bytes("elsewhere"))
                .file("License.class", bytes("code"))
                .bytes();

        assertThat(reader.read("a-1.jar", jar, Optional.empty()).texts())
                .containsExactly(
                        new Part.Text(Part.Text.Kind.LICENCE, "do as you like"),
                        new Part.Text(Part.Text.Kind.NOTICE, "made by a"));
    }

    @Test
    void whatIsNotKnownIsSaidAtOnceWithTheLinesToAdd() throws Exception {
        reader.read("nobody-knows-1.jar", new Jar().licence("MIT").bytes(), Optional.empty());
        reader.read(
                "a-1.jar", new Jar().descriptor("a", "a", "1").licence("ask us").bytes(), Optional.empty());

        assertThatIllegalStateException()
                .isThrownBy(tables::check)
                .withMessageContaining("groups.properties: where nobody-knows-1.jar is from")
                .withMessageContaining("licences.properties: the licence of a:a, which says [ask us]");
    }

    @Test
    void aBundleOfOursSaysWhoseClassesItTookIn() throws Exception {
        Jar plain = new Jar()
                .descriptor("org.weighhouse", "weighhouse-a", "1")
                .file("org/weighhouse/a/Own.class", bytes("code"))
                .file("com/acme/mill/Wheel.class", bytes("code"));
        reader.read("weighhouse-a-1.jar", plain.bytes(), Optional.empty());

        assertThatIllegalStateException()
                .isThrownBy(tables::check)
                .withMessageContaining("Weighhouse-Embedded, for it has the classes of com/acme/mill");

        Tables others = new Tables();
        plain.header("Weighhouse-Embedded", "org.ow2.asm:asm:9.9.1");
        new JarReader(others).read("weighhouse-a-1.jar", plain.bytes(), Optional.empty());
        others.check();
    }

    @Test
    void aGroupsLineHoldsForAllBelowItButNotAgainstTheLibraryItself() throws Exception {
        Part said = reader.read(
                "x-1.jar",
                new Jar()
                        .descriptor("org.apache.x.y", "x", "1")
                        .licence("EPL-2.0")
                        .bytes(),
                Optional.empty());
        Part silent = reader.read(
                "z-1.jar", new Jar().descriptor("org.apache.x.y", "z", "1").bytes(), Optional.empty());

        assertThat(said.licence()).isEqualTo("EPL-2.0");
        assertThat(silent.licence()).isEqualTo("Apache-2.0");
        assertThatNoException().isThrownBy(tables::check);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Jar {

        private final Map<String, byte[]> files = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();

        Jar descriptor(String group, String artifact, String version) {
            return file(
                    "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
                    JarReaderTest.bytes(
                            "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n"));
        }

        Jar licence(String written) {
            return header("Bundle-License", written);
        }

        Jar header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Jar file(String name, byte[] content) {
            files.put(name, content);
            return this;
        }

        byte[] bytes() throws IOException {
            StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\n");
            headers.forEach((name, value) ->
                    manifest.append(name).append(": ").append(value).append('\n'));
            ByteArrayOutputStream jar = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(jar)) {
                zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
                zip.write(JarReaderTest.bytes(manifest.toString()));
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                }
            }
            return jar.toByteArray();
        }
    }
}
