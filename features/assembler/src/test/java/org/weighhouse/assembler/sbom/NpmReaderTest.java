package org.weighhouse.assembler.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmReaderTest {

    @TempDir
    Path project;

    @BeforeEach
    void packages() throws IOException {
        Files.writeString(project.resolve("package-lock.json"), """
                {"packages": {
                  "": {"name": "ours"},
                  "node_modules/@vaadin/button": {"version": "25.2.4", "license": "Apache-2.0"},
                  "node_modules/echarts": {"version": "6.0.0", "license": "Apache-2.0"},
                  "node_modules/echarts/node_modules/tslib": {"version": "2.3.0", "license": "0BSD"},
                  "node_modules/tslib": {"version": "2.8.1", "license": "0BSD"},
                  "node_modules/nameless": {"version": "1.0.0"},
                  "node_modules/vite": {"version": "7.0.0", "license": "MIT", "dev": true}}}""");
        for (String name : List.of("@vaadin/button", "echarts", "echarts/node_modules/tslib", "nameless")) {
            Files.createDirectories(project.resolve("node_modules").resolve(name));
        }
        Files.writeString(project.resolve("node_modules/echarts/NOTICE"), "charts");
        Files.writeString(project.resolve("node_modules/echarts/licenses.js"), "no text");
    }

    @Test
    void whatTheBundlerTookIsIn() throws Exception {
        List<Part> parts = read(
                "{\"id\":\"/node_modules/@vaadin/button/src/button.js\"},{\"id\":\"/node_modules/echarts/lib/a.js\"},"
                        + "{\"id\":\"/node_modules/echarts/node_modules/tslib/tslib.es6.js\"},"
                        + "{\"id\":\"/node_modules/echarts/lib/b.js\"}");

        assertThat(parts)
                .extracting(part -> part.purl().toString(), Part::licence)
                .containsExactly(
                        tuple("pkg:npm/%40vaadin/button@25.2.4", "Apache-2.0"),
                        tuple("pkg:npm/echarts@6.0.0", "Apache-2.0"),
                        tuple("pkg:npm/tslib@2.3.0", "0BSD"));
        assertThat(parts.get(1).texts()).containsExactly(new Part.Text(Part.Text.Kind.NOTICE, "charts"));
    }

    @Test
    void aReportWithoutPackagesIsNoReport() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("{}")).withMessageContaining("no packages");
    }

    @Test
    void aPackageWithoutALicenceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("\"/node_modules/nameless/index.js\""))
                .withMessageContaining("node_modules/nameless");
    }

    private List<Part> read(String report) throws IOException {
        Path file = Files.writeString(project.resolve("report.html"), report);
        return new NpmReader(project).read(file);
    }
}
