package org.weighhouse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void anOrdinaryNameStandsAsItIs() {
        assertThat(Reference.of("wamid.HBgL=").value()).isEqualTo("wamid.HBgL=");
        assertThat(Reference.of("")).isEqualTo(Reference.NONE);
    }

    @Test
    void whatCannotBeKeptStandsAsItsHashAndIsFoundAgain() {
        String huge = "x".repeat(4_096);

        assertThat(Reference.of(huge).value()).startsWith("sha256:").hasSize(71);
        assertThat(Reference.of(huge)).isEqualTo(Reference.of(huge)).isNotEqualTo(Reference.of(huge + "x"));
        assertThat(Reference.of("a\u0000b").value()).startsWith("sha256:");
    }

    @Test
    void brokenSurrogatesAreToldApart() {
        assertThat(Reference.of("a\ud800")).isNotEqualTo(Reference.of("a\ud801"));
        assertThat(Reference.of("a\ud83d\ude00").value()).isEqualTo("a\ud83d\ude00");
    }

    @Test
    void aReferenceThatIsMadeByHandIsChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Reference("x".repeat(257)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reference("line\nbreak"));
    }
}
