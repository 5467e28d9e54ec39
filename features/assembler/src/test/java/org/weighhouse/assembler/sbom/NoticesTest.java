package org.weighhouse.assembler.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weighhouse.assembler.sbom.Part.Text;
import org.weighhouse.assembler.sbom.Part.Text.Kind;

class NoticesTest {

    private static Part part(String group, String name, String licence, Text... texts) {
        return new Part(new Maven(group, name, "1").purl(), Optional.empty(), licence, List.of(texts), List.of());
    }

    private final Notices notices = new Notices(List.of(
            part("a", "one", "MIT", new Text(Kind.LICENCE, "as you like\r\n"), new Text(Kind.NOTICE, "made by one")),
            part("a", "two", "MIT", new Text(Kind.LICENCE, "as you like  \n\n")),
            part("org.weighhouse", "ours", "Apache-2.0", new Text(Kind.NOTICE, "made by us"))));

    @Test
    void theSameTextOfSeveralIsThereOnceWithAllOfThem() {
        assertThat(notices.thirdParties())
                .containsOnlyOnce("as you like")
                .contains("MIT\n  a/one 1\n  a/two 1\n", "  a/one 1\n  a/two 1\n\nas you like\n");
    }

    @Test
    void noticesGoApartFromLicencesAndOursIsNobodyElses() {
        assertThat(notices.notice()).contains("  a/one 1\n\nmade by one\n").doesNotContain("as you like", "made by us");
        assertThat(notices.thirdParties()).doesNotContain("ours", "made by one");
    }
}
