package org.weighhouse.assembler.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

class SbomTest {

    private static final Maven PRODUCT = new Maven("org.weighhouse", "weighhouse-distribution", "0.1.0");
    private static final Instant TIME = Instant.parse("2026-11-23T00:00:00Z");

    private static final Part INNER = part("inner", "MIT", List.of());
    private static final Part OUTER = part("outer", "Apache-2.0 OR EPL-2.0", List.of(INNER));

    private static Part part(String name, String licence, List<Part> inside) {
        return new Part(new Maven("a", name, "1").purl(), Optional.of("0".repeat(64)), licence, List.of(), inside);
    }

    @Test
    void itIsWhatTheSchemaAsksFor() throws Exception {
        // The same library twice must not be one of them twice.
        String written = new Sbom(PRODUCT, TIME).write(List.of(OUTER, INNER));

        assertThat(new JsonParser().validate(written.getBytes(), Version.VERSION_16))
                .isEmpty();
        JsonNode bill = new ObjectMapper().readTree(written);
        assertThat(bill.at("/components/0/licenses/0/expression").asText()).isEqualTo("Apache-2.0 OR EPL-2.0");
        assertThat(bill.at("/components/0/components/0/licenses/0/license/id").asText())
                .isEqualTo("MIT");
        assertThat(bill.at("/components/0/hashes/0/content").asText()).hasSize(64);
    }

    @Test
    void theSamePartsGiveTheSameBytesAndOthersAnotherNumber() {
        String first = new Sbom(PRODUCT, TIME).write(List.of(OUTER));
        String other = new Sbom(PRODUCT, TIME).write(List.of(INNER));

        assertThat(new Sbom(PRODUCT, TIME).write(List.of(OUTER))).isEqualTo(first);
        assertThat(number(other)).isNotEqualTo(number(first));
    }

    private static String number(String bill) {
        return bill.replaceAll("(?s).*\"serialNumber\" : \"([^\"]*)\".*", "$1");
    }
}
